-- SPDX-License-Identifier: EUPL-1.2
-- The effect figures: series under pseudonyms that nothing else in the hub can be joined to, releases that are frozen, and
-- WHO-5 answers, sealed (docs/decisions/effect-figures-stand-apart.md).

do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_effect') then
    create role hub_effect nologin nosuperuser nocreatedb nocreaterole noinherit;
  end if;
  -- As for the other roles: a login of its own needs no membership; a login that works as every role by SET ROLE does.
  begin
    set local role hub_effect;
    reset role;
  exception when insufficient_privilege then
    begin
      grant hub_effect to current_user;
    exception when insufficient_privilege then
      raise notice 'hub_effect was made by somebody else and has a login of its own';
    end;
  end;
end $$;

alter table route_switch drop constraint route_switch_part_check;
alter table route_switch add constraint route_switch_part_check
  check (part in ('NIGHTLY', 'REFRESH', 'REGISTER', 'NOTICE', 'EFFECT', 'LINE'));

-- A household by its pseudonym. What it is called elsewhere is nowhere in the database.
create table effect_household (
  subject bytea primary key check (length(subject) = 32),
  programme text not null,
  area text not null,
  enrolled_month date not null,
  kept_until date not null);

-- One figure of one person, or household, in one month; the formulas add months to periods.
create table effect_figure (
  subject bytea not null references effect_household on delete cascade,
  who bytea not null check (length(who) = 32),
  indicator text not null,
  month date not null check (extract(day from month) = 1),
  formula_version text not null,
  numerator numeric not null,
  denominator numeric not null check (denominator >= 0),
  known integer not null check (known >= 0),
  expected integer not null check (expected >= known),
  sources text[] not null,
  computed_on date not null,
  primary key (subject, who, indicator, month));

-- What was released of a half-year, as it was, with the hash of it.
create table effect_release (
  release_id uuid primary key,
  programme text not null,
  half text not null,
  made_at timestamptz not null,
  made_by text not null,
  content text not null,
  hash text not null check (length(hash) = 64),
  unique (programme, half));

-- A source corrected itself after a release: which figure would be another today, and not by how much.
create table effect_correction (
  release_id uuid not null references effect_release,
  indicator text not null,
  follow_up integer not null,
  found_on date not null,
  primary key (release_id, indicator, follow_up));

-- The half-yearly report of a programme, as it was made.
create table effect_report (
  programme text not null,
  half text not null,
  language text not null,
  made_at timestamptz not null,
  pdf bytea not null,
  hash text not null,
  primary key (programme, half, language));

-- WHO-5 answers, sealed with the household's key; they stand while a consent that covers wellbeing is in force.
create table wellbeing (
  answer_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  person_id uuid not null references member on delete cascade,
  given_on date not null,
  content_sealed bytea not null,
  entered_by text not null,
  entered_at timestamptz not null,
  unique (person_id, given_on));
create index wellbeing_household on wellbeing (household_id);

-- Looked at when the commit is near, as a withdrawal of a part puts back what stays.
create function wellbeing_goes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from consent_in_force f where f.person_id = old.person_id and 'WELLBEING' = any(f.categories)) then
    delete from wellbeing where person_id = old.person_id;
  end if;
  return null;
end $$;
create constraint trigger wellbeing_goes after delete or update on consent_in_force
  deferrable initially deferred for each row execute function wellbeing_goes();

grant usage on schema public to hub_effect;
grant select, insert, update, delete on effect_household, effect_figure to hub_effect;
grant select, insert on effect_release, effect_correction, effect_report to hub_effect;
grant select on effect_release, effect_correction, effect_report to hub_web;
grant select, insert, update on wellbeing to hub_web;
