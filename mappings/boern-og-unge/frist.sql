-- Deadlines under the cases of sag.sql.
select f.frist_id, f.sag_id, s.primaer_cpr as cpr, f.type, f.dato, f.opfyldt
  from bu.sag s
  join bu.frist f on f.sag_id = s.sag_id
 where s.primaer_cpr = any (cast(:?members as bpchar[]))
   and not s.slettet and not s.tvang and s.foelsomhed <> 4 and s.visningsklasse is null
   and not exists (select from bu.sag_part p
                    where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'
                      and (p.cpr is null or substr(p.cpr, 2, 5) = substr(s.primaer_cpr, 2, 5)))
 order by f.frist_id
