-- SPDX-License-Identifier: EUPL-1.2
-- The draw: criteria, counts, seed and the keys of a population by lot, in a schema and under a role of its own. No column
-- holds a name, an address, a CPR number or a hash of one; what a household is called here can be made again by nobody once
-- the draw's own key is destroyed, at the lock (docs/decisions/the-draw-keeps-no-undrawn.md).

do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_draw') then
    create role hub_draw nologin nosuperuser nocreatedb nocreaterole noinherit;
  end if;
  begin
    execute 'set local role hub_draw';
    reset role;
  exception when insufficient_privilege then
    begin
      execute 'grant hub_draw to current_user';
    exception when insufficient_privilege then
      raise notice 'hub_draw was made by somebody else and has a login of its own';
    end;
  end;
end $$;

create schema draw;

create table draw.draw (
  draw_id uuid primary key,
  number text not null unique,
  programme text not null,
  state text not null check (state in ('DRAFT', 'AWAITING_APPROVAL', 'LOCKED', 'CLOSED')),
  areas text[] not null check (cardinality(areas) > 0),
  protection text not null check (protection in ('INCLUDE', 'EXCLUDE', 'OTHER_CHANNEL')),
  criteria_version text not null,
  minimum_departments integer not null check (minimum_departments > 0),
  must_include text[] not null,
  exclude_months integer not null,
  made_by text not null,
  made_at timestamptz not null,
  counted_at timestamptz,
  population integer,
  fingerprint text,
  stale_accepted boolean not null default false,
  wanted integer check (wanted > 0),
  control integer check (control >= 0),
  seed text,
  algorithm text,
  approver text,
  asked_by text,
  asked_at timestamptz,
  approved_by text,
  locked_at timestamptz,
  protocol_taken_at timestamptz,
  control_taken_at timestamptz,
  control_taken_by text,
  closed_by text,
  closed_at timestamptz,
  constraint a_second_person check (approved_by is null or approved_by <> asked_by),
  constraint locked_by_somebody check ((state in ('LOCKED', 'CLOSED')) = (approved_by is not null and locked_at is not null)));

-- As they are shown: a number under five is not here either.
create table draw.tally (
  draw_id uuid not null references draw.draw on delete cascade,
  area text not null,
  what text not null,
  households integer,
  primary key (draw_id, area, what));

create table draw.draw_source (
  draw_id uuid not null references draw.draw on delete cascade,
  register text not null,
  title text not null,
  as_of timestamptz not null,
  stale boolean not null,
  unread integer not null,
  primary key (draw_id, register));

-- From the lock; after the closing those drawn alone.
create table draw.household_key (
  draw_id uuid not null references draw.draw on delete cascade,
  household_key text not null check (household_key ~ '^[0-9a-f]{64}$'),
  area text not null,
  part text not null check (part in ('DRAWN', 'CONTROL', 'REST')),
  place integer,
  primary key (draw_id, household_key),
  check ((part = 'DRAWN') = (place is not null)));

-- A locked draw is not drawn again: nothing that decided it changes any more.
create function draw.locked_stays() returns trigger language plpgsql as $$
begin
  if old.state in ('LOCKED', 'CLOSED')
     and ((new.state, old.state) = ('LOCKED', 'CLOSED') or new.state not in ('LOCKED', 'CLOSED')
       or (new.seed, new.fingerprint, new.wanted, new.control, new.areas, new.approved_by, new.locked_at)
         is distinct from (old.seed, old.fingerprint, old.wanted, old.control, old.areas, old.approved_by, old.locked_at)) then
    raise exception 'a locked draw stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger locked_stays before update on draw.draw for each row execute function draw.locked_stays();

-- The lock, by whoever works with those it hands on: one transaction for both, or none. Answers whether this was the first.
create function draw.lock(which uuid, whose text, at timestamptz, method text, mark text,
    keys text[], key_areas text[], parts text[], places integer[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update draw.draw set state = 'LOCKED', approved_by = whose, locked_at = at, algorithm = method
   where draw_id = which and state = 'AWAITING_APPROVAL' and fingerprint = mark;
  if not found then
    return false;
  end if;
  insert into draw.household_key (draw_id, household_key, area, part, place)
  select which, k, a, p, n from unnest(keys, key_areas, parts, places) as u (k, a, p, n);
  return true;
end $$;
revoke all on function draw.lock(uuid, text, timestamptz, text, text, text[], text[], text[], integer[]) from public;
grant usage on schema draw to hub_web;
grant execute on function draw.lock(uuid, text, timestamptz, text, text, text[], text[], text[], integer[]) to hub_web;

grant usage on schema draw, public to hub_draw;
grant select, insert, update on draw.draw to hub_draw;
grant select, insert, delete on draw.tally, draw.draw_source to hub_draw;
grant select, delete on draw.household_key to hub_draw;
grant update (part) on draw.household_key to hub_draw;
grant select (cpr_hash, household_id, member_to) on member to hub_draw;
grant select (household_id, exit_date) on household to hub_draw;
