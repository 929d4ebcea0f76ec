-- Measures granted to the person, also under a case about a brother or sister. Left out: those under a case left out in sag.sql.
select i.indsats_id, i.sag_id, i.cpr, i.lov, i.paragraf, i.type_kode, i.leverandoer, i.start, i.slut, i.timer_uge, i.status,
       i.samtykke
  from bu.indsats i
  join bu.sag s on s.sag_id = i.sag_id
 where i.cpr = any (cast(:?members as bpchar[]))
   and not s.slettet and not s.tvang and s.foelsomhed <> 4 and s.visningsklasse is null
   and not exists (select from bu.sag_part p
                    where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'
                      and (p.cpr is null or substr(p.cpr, 2, 5) = substr(i.cpr, 2, 5)))
 order by i.indsats_id
