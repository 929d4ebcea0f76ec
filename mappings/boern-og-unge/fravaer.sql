-- Absence in days of the running and the previous calendar quarter, one row a pupil, enrolment and quarter. Only days that the
-- school's calendar calls school days count; of several notes on a day the one registered last. No calendar, no row.
with run as (
  select cast(:?night as date) as night),
quarter as (
  select cast(start as date) as fra, least(cast(start + interval '3 months' as date) - 1, run.night) as til,
         to_char(start, 'YYYY"-Q"Q') as kvartal
    from run, generate_series(date_trunc('quarter', cast(run.night as timestamp)) - interval '3 months',
                              cast(run.night as timestamp), interval '3 months') as start),
place as (
  select e.cpr, e.institutionsnr, e.skole, e.fra, q.kvartal, q.til as op_til,
         greatest(e.fra, q.fra) as dag1, least(e.til, q.til) as dagn
    from bu.elev e
    join quarter q on e.fra <= q.til and (e.til is null or e.til >= q.fra)
   where e.cpr = any (cast(:?members as bpchar[]))),
noted as (
  select distinct on (f.cpr, f.dato) f.cpr, f.dato, f.kategori, f.omfang
    from bu.elevfravaer f
   where f.cpr = any (cast(:?members as bpchar[]))
     and f.dato between (select min(fra) from quarter) and (select night from run)
   order by f.cpr, f.dato, f.registreret desc, f.rettet desc)
select p.cpr, p.institutionsnr, p.skole, p.fra, p.kvartal, p.op_til, count(*) as skoledage,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'SYG') as syg,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'TIL') as tilladt,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'ULO') as ulovligt,
       count(*) filter (where n.omfang = 'DEL') as delvis
  from place p
  join bu.skolekalender k on k.institutionsnr = p.institutionsnr and k.dato between p.dag1 and p.dagn and k.skoledag
  left join noted n on n.cpr = p.cpr and n.dato = k.dato
 group by p.cpr, p.institutionsnr, p.skole, p.fra, p.kvartal, p.op_til
 order by p.cpr, p.institutionsnr, p.fra, p.kvartal
