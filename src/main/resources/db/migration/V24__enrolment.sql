-- SPDX-License-Identifier: EUPL-1.2
-- Households before they are any: drawn or referred, asked, and what came of it; and how a household left. Name and address
-- are sealed under a key of the candidate's own, which is destroyed when they go (docs/decisions/a-candidate-has-a-key.md).

create table candidate (
  candidate_id uuid primary key,
  programme text not null,
  number text not null,
  area text not null,
  way text not null check (way in ('DRAW', 'REFERRAL')),
  draw text,
  -- By which nobody is drawn again within the programme's months; of a referred household there is none.
  key bytea,
  criteria text[] not null default '{}',
  referred_by text,
  protected_address boolean not null,
  name_sealed bytea,
  name_until date not null,
  key_until date not null,
  step text not null check (step in
    ('NEW', 'INVITED', 'REMINDED', 'YES', 'NO', 'NO_ANSWER', 'DROPPED_OUT', 'CONSENT_GIVEN', 'ACTIVE', 'ENDED')),
  step_day date not null,
  reason text,
  revision integer not null,
  household_id uuid unique references household on delete set null,
  unique (programme, number),
  check ((way = 'DRAW') = (draw is not null and key is not null)),
  check ((way = 'REFERRAL') = (cardinality(criteria) > 0 and referred_by is not null)),
  check ((step in ('DROPPED_OUT', 'ENDED')) = (reason is not null)));
create unique index candidate_once on candidate (draw, key) where draw is not null;
create index candidate_area on candidate (area, step);

-- Every change, and what was undone of it.
create table candidate_event (
  candidate_id uuid not null references candidate on delete cascade,
  number integer not null check (number > 0),
  step text not null,
  reason text,
  day date not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  undone boolean not null default false,
  primary key (candidate_id, number));

-- The half-year of a day, such as 2026-1.
create function half_of(day date) returns text language sql immutable as $$
  select extract(year from day) || '-' || case when extract(month from day) < 7 then 1 else 2 end
$$;

-- What is left of candidates that are forgotten: how many came how far, by half-year.
create table enrolment_flow (
  programme text not null,
  area text not null,
  half_year text not null,
  step text not null,
  households bigint not null,
  primary key (programme, area, half_year, step));

-- Why a household left, and by whose hand.
create table household_end (
  household_id uuid primary key references household on delete cascade,
  reason text not null check (reason in ('COMPLETED', 'MOVED', 'OWN_WISH', 'NOT_COVERED', 'DEAD')),
  ended_by text not null,
  ended_by_name text not null,
  ended_at timestamptz not null);

-- A household that has a candidate tells it when it is seen for the first time, and when it leaves, whoever makes it leave.
create function candidate_follows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := case when new.exit_date is not null then 'ENDED' else 'ACTIVE' end;
  why text := case when new.exit_date is not null
    then coalesce((select reason from household_end e where e.household_id = new.household_id), 'WITHDRAWN') end;
  told record;
begin
  update candidate set step = said, reason = why, revision = revision + 1,
      step_day = coalesce(new.exit_date, (now() at time zone 'Europe/Copenhagen')::date)
    where household_id = new.household_id and step in ('CONSENT_GIVEN', 'ACTIVE') and step <> said
    returning candidate_id, revision, step_day into told;
  if found then
    insert into candidate_event (candidate_id, number, step, reason, day, changed_by, changed_by_name, changed_at)
    select told.candidate_id, max(number) + 1, said, why, told.step_day, 'samblik', 'Samblik', now()
      from candidate_event where candidate_id = told.candidate_id;
  end if;
  return null;
end $$;
revoke all on function candidate_follows() from public;
create trigger candidate_follows after update of view_version, exit_date on household for each row
  when (new.exit_date is not null and old.exit_date is distinct from new.exit_date
    or new.exit_date is null and old.view_version = 0 and new.view_version > 0)
  execute function candidate_follows();

-- With the name goes the key that sealed it, also in every copy of the database.
create function candidate_nameless() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into erasure (household_id, what) values (old.candidate_id, 'key');
  return null;
end $$;
revoke all on function candidate_nameless() from public;
create trigger candidate_nameless after update of name_sealed on candidate for each row
  when (old.name_sealed is not null and new.name_sealed is null) execute function candidate_nameless();
create trigger candidate_gone after delete on candidate for each row
  when (old.name_sealed is not null) execute function candidate_nameless();

-- Before the events go with their candidate, each step it came to is counted, once.
create function candidate_counted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into enrolment_flow (programme, area, half_year, step, households)
  select old.programme, old.area, half, step, 1 from (
    select step, public.half_of(min(day)) as half
      from candidate_event where candidate_id = old.candidate_id and not undone group by step) once
  on conflict (programme, area, half_year, step) do update set households = enrolment_flow.households + 1;
  return old;
end $$;
revoke all on function candidate_counted() from public;
create trigger candidate_counted before delete on candidate for each row execute function candidate_counted();

alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('COORDINATOR', 'TEAM', 'DESK', 'CONTACT', 'LEADER', 'EVALUATOR', 'DPO', 'IT', 'STEWARD'));

grant select, insert, update, delete on candidate to hub_web;
grant select, insert on candidate_event to hub_web;
grant update (undone) on candidate_event to hub_web;
grant select on enrolment_flow, household_end to hub_web, hub_pipeline;
grant insert on household_end to hub_web;
grant select on candidate, candidate_event to hub_pipeline;
