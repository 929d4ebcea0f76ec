-- SPDX-License-Identifier: EUPL-1.2
-- Who prepares a draw, and who locks it: two roles, and never one person for one draw.

do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint
   where conrelid = 'staff'::regclass and conname = 'staff_role_check';
  if known is not null and known not like '%''DRAW_OFFICER''%' then
    alter table staff drop constraint staff_role_check;
    execute 'alter table staff add constraint staff_role_check '
      || replace(known, 'ARRAY[', 'ARRAY[''DRAW_OFFICER''::text, ''DRAW_APPROVER''::text, ');
  end if;
end $$;
