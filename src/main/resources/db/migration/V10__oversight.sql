-- SPDX-License-Identifier: EUPL-1.2
-- Who oversees the access log, and the monthly spot check: which looks were drawn, and what was found of each.

-- Whatever roles are known by now, and the data protection officer's.
do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint
   where conrelid = 'staff'::regclass and conname = 'staff_role_check';
  if known is not null and known not like '%''DPO''%' then
    alter table staff drop constraint staff_role_check;
    execute 'alter table staff add constraint staff_role_check ' || replace(known, 'ARRAY[', 'ARRAY[''DPO''::text, ');
  end if;
end $$;

-- The log only grows, so a few words tell where a period stands; a night's writing is no heavier for it.
create index access_log_at on access_log using brin (at);

create table spot_check (
  spot_check_id uuid primary key,
  month date not null unique check (extract(day from month) = 1),
  since timestamptz not null,
  until timestamptz not null check (until > since),
  seed bigint not null,
  out_of bigint not null,
  due date not null,
  drawn_by text not null,
  drawn_at timestamptz not null);

create table spot_check_look (
  spot_check_id uuid not null references spot_check on delete cascade,
  place integer not null,
  seq bigint not null,
  assessment text check (assessment in ('WORK', 'UNCLEAR', 'NOT_WORK')),
  assessed_by text,
  assessed_at timestamptz,
  primary key (spot_check_id, place),
  unique (spot_check_id, seq),
  check ((assessment is null) = (assessed_by is null) and (assessment is null) = (assessed_at is null)));

grant select, insert, delete on spot_check to hub_web;
-- The sweep locks what it deletes, which takes a right to change something of it.
grant update (due) on spot_check to hub_web;
grant select, insert on spot_check_look to hub_web;
grant update (assessment, assessed_by, assessed_at) on spot_check_look to hub_web;
