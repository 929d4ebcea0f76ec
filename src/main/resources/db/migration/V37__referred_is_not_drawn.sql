-- SPDX-License-Identifier: EUPL-1.2
-- A referred household has a keyed hash too, where its programme also draws: so that it is not drawn as well.

do $$
declare known text;
begin
  select conname into known from pg_constraint
   where conrelid = 'candidate'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%key IS NOT NULL%';
  execute 'alter table candidate drop constraint ' || quote_ident(known);
end $$;
alter table candidate add constraint drawn_by_its_key
  check (case way when 'DRAW' then draw is not null and key is not null else draw is null end);
