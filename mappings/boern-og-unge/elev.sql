-- School enrolments.
select e.cpr, e.institutionsnr, 'SCHOOL' as art, e.skole, e.klasse, e.fra, e.til, false as obligatorisk
  from bu.elev e
 where e.cpr = any (cast(:?members as bpchar[]))
 order by e.cpr, e.fra, e.institutionsnr
