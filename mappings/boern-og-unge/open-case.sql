-- Who of the people has an open case, for the draw: the number and nothing else. The same cases are left out as in sag.sql.
select distinct s.primaer_cpr as cpr
  from bu.sag s
  left join bu.status_kode k on k.kode = s.status_kode
 where s.primaer_cpr = any (cast(:?members as bpchar[]))
   and coalesce(k.er_aaben, s.afsluttet is null)
   and not s.slettet and not s.tvang and s.foelsomhed <> 4 and s.visningsklasse is null
   and not exists (select from bu.sag_part p
                    where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'
                      and (p.cpr is null or substr(p.cpr, 2, 5) = substr(s.primaer_cpr, 2, 5)))
