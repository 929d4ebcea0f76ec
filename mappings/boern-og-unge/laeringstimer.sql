-- Hours in the obligatory learning offer, one row a child, place and month that is over, as far back as check-ins are kept: days with
-- the place, days the child came, those nobody noted a time to leave after the one to come, and the minutes of the others, in all
-- and in the middle. Of a day with several visits all minutes count.
with run as (
  select cast(:?night as date) as night),
month as (
  select cast(start as date) as fra, cast(start + interval '1 month' as date) - 1 as til, to_char(start, 'YYYY-MM') as maaned
    from run, generate_series(date_trunc('quarter', cast(run.night as timestamp)) - interval '3 months',
                              date_trunc('month', cast(run.night as timestamp)) - interval '1 month', interval '1 month') as start),
place as (
  select d.cpr, d.institution, d.fra, m.maaned, greatest(d.fra, m.fra) as dag1, least(d.til, m.til) as dagn
    from bu.dagtilbud d
    join month m on d.fra <= m.til and (d.til is null or d.til >= m.fra)
   where d.cpr = any (cast(:?members as bpchar[])) and d.obligatorisk),
came as (
  select f.cpr, f.dato,
         case when bool_and(coalesce(f.gik > f.kom, false)) then cast(sum(extract(epoch from f.gik - f.kom)) / 60 as integer) end as minutter
    from bu.fremmoede f
   where f.cpr = any (cast(:?members as bpchar[])) and f.kom is not null
     and f.dato between (select min(fra) from month) and (select max(til) from month)
   group by f.cpr, f.dato)
select p.cpr, p.institution, p.fra, p.maaned, p.dagn - p.dag1 + 1 as dage, count(c.dato) as kom,
       count(c.dato) filter (where c.minutter is null) as uden_gik, coalesce(sum(c.minutter), 0) as minutter,
       percentile_cont(0.5) within group (order by c.minutter) as median
  from place p
  left join came c on c.cpr = p.cpr and c.dato between p.dag1 and p.dagn
 group by p.cpr, p.institution, p.fra, p.maaned, p.dag1, p.dagn
 order by p.cpr, p.institution, p.fra, p.maaned
