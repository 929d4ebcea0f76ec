-- Meetings and talks under the cases of sag.sql; never notes.
select a.aktivitet_id, s.primaer_cpr as cpr, a.type, a.haendelsesdato, a.status
  from bu.sag s
  join bu.aktivitet a on a.sag_id = s.sag_id and a.type in ('MOEDE', 'BOERNESAMTALE', 'HJEMMEBESOEG', 'TELEFON')
 where s.primaer_cpr = any (cast(:?members as bpchar[]))
   and not s.slettet and not s.tvang and s.foelsomhed <> 4 and s.visningsklasse is null
   and not exists (select from bu.sag_part p
                    where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'
                      and (p.cpr is null or substr(p.cpr, 2, 5) = substr(s.primaer_cpr, 2, 5)))
 order by a.aktivitet_id
