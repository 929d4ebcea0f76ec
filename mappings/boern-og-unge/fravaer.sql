-- Absence in days of the running month and the seven before it, one row a pupil, enrolment and month: as far back as the figures of
-- a household that joined last month reach. Only days that the school's calendar calls school days count; of several notes on a day
-- the one registered last. No calendar, no row; a calendar without school days is a row of none.
with run as (
  select cast(:?night as date) as night),
month as (
  select cast(start as date) as fra, least(cast(start + interval '1 month' as date) - 1, run.night) as til,
         to_char(start, 'YYYY-MM') as maaned
    from run, generate_series(date_trunc('month', cast(run.night as timestamp)) - interval '7 months',
                              cast(run.night as timestamp), interval '1 month') as start),
place as (
  select e.cpr, e.institutionsnr, e.skole, e.fra, m.maaned, m.til as op_til,
         greatest(e.fra, m.fra) as dag1, least(e.til, m.til) as dagn
    from bu.elev e
    join month m on e.fra <= m.til and (e.til is null or e.til >= m.fra)
   where e.cpr = any (cast(:?members as bpchar[]))),
noted as (
  select distinct on (f.cpr, f.dato) f.cpr, f.dato, f.kategori, f.omfang
    from bu.elevfravaer f
   where f.cpr = any (cast(:?members as bpchar[]))
     and f.dato between (select min(fra) from month) and (select night from run)
   order by f.cpr, f.dato, f.registreret desc, f.rettet desc)
select p.cpr, p.institutionsnr, p.skole, p.fra, p.maaned, p.op_til, count(*) filter (where k.skoledag) as skoledage,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'SYG') as syg,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'TIL') as tilladt,
       count(*) filter (where n.omfang = 'HEL' and n.kategori = 'ULO') as ulovligt,
       count(*) filter (where n.omfang = 'DEL') as delvis
  from place p
  join bu.skolekalender k on k.institutionsnr = p.institutionsnr and k.dato between p.dag1 and p.dagn
  left join noted n on n.cpr = p.cpr and n.dato = k.dato and k.skoledag
 group by p.cpr, p.institutionsnr, p.skole, p.fra, p.maaned, p.op_til
 order by p.cpr, p.institutionsnr, p.fra, p.maaned
