-- Cases about the person. Left out: deleted, decided by force, VIP, hidden from groups, and those in which the person stands
-- for an unborn child, under whichever number: the date of birth is the same in all (the first digit differs in a replacement).
select s.sag_id, s.primaer_cpr as cpr, s.sagsnummer, s.sagstype_kode, s.kle, s.status_kode, k.titel as status_titel,
       coalesce(k.er_aaben, s.afsluttet is null) as er_aaben, s.oprettet, s.afsluttet, o.navn as enhed,
       b.navn as behandler_navn, b.titel as behandler_titel, b.telefon as behandler_telefon, b.email as behandler_email
  from bu.sag s
  left join bu.status_kode k on k.kode = s.status_kode
  left join bu.orgenhed o on o.id = s.orgenhed_id
  left join bu.behandler b on b.id = s.primaer_behandler_id and b.aktiv
 where s.primaer_cpr = any (cast(:?members as bpchar[]))
   and not s.slettet and not s.tvang and s.foelsomhed <> 4 and s.visningsklasse is null
   and not exists (select from bu.sag_part p
                    where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'
                      and (p.cpr is null or substr(p.cpr, 2, 5) = substr(s.primaer_cpr, 2, 5)))
 order by s.sag_id
