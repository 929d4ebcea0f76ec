-- Attendance of the last 30 days, one row a child and place it has now. Expected are weekdays less the place's closing days; of a
-- day with several notes the one that says the child came counts.
with period as (
  select cast(:?night as date) - 29 as fra, cast(:?night as date) as til),
place as (
  select d.cpr, d.institution, d.fra, greatest(d.fra, period.fra) as dag1, period.fra as periode_fra, period.til as periode_til
    from bu.dagtilbud d, period
   where d.cpr = any (cast(:?members as bpchar[]))
     and d.fra <= period.til and (d.til is null or d.til >= period.til)),
marked as (
  select f.cpr, f.dato, bool_or(f.kom is not null) as kom, max(f.fravaerskode) as kode
    from bu.fremmoede f, period
   where f.cpr = any (cast(:?members as bpchar[])) and f.dato between period.fra and period.til
   group by f.cpr, f.dato)
select p.cpr, p.institution, p.fra, p.periode_fra, p.periode_til, count(*) as forventet,
       count(*) filter (where m.kom) as kom,
       count(*) filter (where not m.kom and m.kode = 'SYG') as syg,
       count(*) filter (where not m.kom and m.kode = 'FERIE') as ferie,
       count(*) filter (where not m.kom and m.kode = 'FRI') as fri,
       count(*) filter (where m.kom is null or not m.kom and coalesce(m.kode, '') not in ('SYG', 'FERIE', 'FRI')) as umarkeret
  from place p
  cross join lateral generate_series(cast(p.dag1 as timestamp), cast(p.periode_til as timestamp), interval '1 day') as day
  left join bu.lukkedag l on l.institution = p.institution and l.dato = cast(day as date)
  left join marked m on m.cpr = p.cpr and m.dato = cast(day as date)
 where extract(isodow from day) < 6 and l.dato is null
 group by p.cpr, p.institution, p.fra, p.periode_fra, p.periode_til
 order by p.cpr, p.institution, p.fra
