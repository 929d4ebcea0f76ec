-- SPDX-License-Identifier: EUPL-1.2
-- What a team itself keeps of a household: who its coordinator is and was, when it meets, what the household wishes, and what
-- was agreed (docs/decisions/own-lines-stand-under-whom-they-are-about.md).

alter table household add column meeting_time time;

-- Who was the coordinator from when, set by whom; names as they were, since the table of staff forgets who left.
create table coordinator_term (
  household_id uuid not null references household on delete cascade,
  number integer not null check (number > 0),
  coordinator text,
  name text,
  set_by text not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (household_id, number),
  check ((coordinator is null) = (name is null)));

-- When the next meeting was to be, each time it was set; no day: none is agreed.
create table meeting (
  household_id uuid not null references household on delete cascade,
  number integer not null check (number > 0),
  day date,
  hour time,
  set_by text not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (household_id, number),
  check (day is not null or hour is null));

-- A wish or an agreement, sealed; it stands only while everybody it is about has a consent in force.
create table own_line (
  line_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  kind text not null check (kind in ('WISH', 'AGREEMENT')),
  about uuid[] not null check (cardinality(about) > 0),
  content_sealed bytea not null,
  done_at timestamptz,
  revision integer not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  check (kind = 'AGREEMENT' or done_at is null));
create index own_line_household on own_line (household_id);

-- Looked at when the commit is near, as a withdrawal of a part puts back what stays.
create function own_lines_go() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from consent_in_force f where f.person_id = old.person_id) then
    delete from own_line where household_id = old.household_id and old.person_id = any(about);
  end if;
  return null;
end $$;
create constraint trigger own_lines_go after delete on consent_in_force
  deferrable initially deferred for each row execute function own_lines_go();

-- The look before the last one, so that the last one can be undone.
alter table seen add column before_version integer, add column before_at timestamptz;

grant select, insert on coordinator_term, meeting to hub_web;
grant select, insert, update, delete on own_line to hub_web;
grant select, delete on own_line to hub_pipeline;
grant update (done_at) on own_line to hub_pipeline;
