-- Day-care places.
select d.cpr, d.institution, d.type, d.fra, d.til, d.obligatorisk
  from bu.dagtilbud d
 where d.cpr = any (cast(:?members as bpchar[]))
 order by d.cpr, d.fra, d.institution
