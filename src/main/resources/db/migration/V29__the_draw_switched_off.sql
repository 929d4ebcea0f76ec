-- SPDX-License-Identifier: EUPL-1.2
-- The routes of a draw are a part of their own: whatever parts are known by now, and that one.

do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint
   where conrelid = 'route_switch'::regclass and conname = 'route_switch_part_check';
  alter table route_switch drop constraint route_switch_part_check;
  execute 'alter table route_switch add constraint route_switch_part_check '
    || replace(known, 'ARRAY[', 'ARRAY[''DRAW''::text, ');
end $$;
