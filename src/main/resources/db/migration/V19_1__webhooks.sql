-- SPDX-License-Identifier: EUPL-1.2
-- What other systems are told of, noted by the database in the transaction it tells of (docs/decisions/webhooks-are-noted-by-the-database.md).
-- Ids, versions and moments only. Nothing is noted where nobody is to be told.

create table webhook_endpoint (
  name text primary key,
  events text[] not null,
  stopped boolean not null default false);

create table webhook_delivery (
  delivery_id uuid primary key default gen_random_uuid(),
  endpoint text not null,
  event text not null,
  household_id uuid,
  version integer,
  source text,
  run_id uuid,
  happened_at timestamptz not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'GONE', 'GIVEN_UP')),
  attempts integer not null default 0,
  next_try timestamptz not null default now(),
  outcome text,
  settled_at timestamptz);
create index webhook_delivery_due on webhook_delivery (next_try) where state = 'PENDING';
create index webhook_delivery_happened on webhook_delivery (happened_at);

create function webhook_view_published() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into webhook_delivery (endpoint, event, household_id, version, happened_at)
  select e.name, 'view.published', n.household_id, n.version, n.published_at
    from webhook_endpoint e, fresh n where 'view.published' = any (e.events) and not e.stopped;
  return null;
end $$;
create trigger webhook_view_published after insert on view_version
  referencing new table as fresh for each statement execute function webhook_view_published();

-- A consent that is taken back, in whole or in part, or was recorded by mistake, is a new version that says so.
create function webhook_consent() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into webhook_delivery (endpoint, event, household_id, happened_at)
  select e.name, n.event, n.household_id, n.recorded_at
    from webhook_endpoint e,
      (select household_id, recorded_at, case
          when status in ('WITHDRAWN', 'INVALIDATED') or status = 'ACTIVE' and withdrawn_at is not null then 'consent.withdrawn'
          when status = 'ACTIVE' then 'consent.given' end as event from fresh) n
   where n.event = any (e.events) and not e.stopped;
  return null;
end $$;
create trigger webhook_consent after insert on consent
  referencing new table as fresh for each statement execute function webhook_consent();

create function webhook_run_finished() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into webhook_delivery (endpoint, event, household_id, run_id, happened_at)
  select e.name, 'run.finished', new.household_id, new.run_id, new.ended_at
    from webhook_endpoint e where 'run.finished' = any (e.events) and not e.stopped;
  return null;
end $$;
create trigger webhook_run_finished after update on run
  for each row when (old.ended_at is null and new.ended_at is not null) execute function webhook_run_finished();

create function webhook_source_stale() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into webhook_delivery (endpoint, event, household_id, source, run_id, happened_at)
  select e.name, 'source.stale', (select r.household_id from run r where r.run_id = new.run_id), new.register, new.run_id, now()
    from webhook_endpoint e where 'source.stale' = any (e.events) and not e.stopped;
  return null;
end $$;
create trigger webhook_source_stale after update on run_register
  for each row when (old.state is distinct from new.state and new.state in ('DOWN', 'PARTLY'))
  execute function webhook_source_stale();

revoke all on function webhook_view_published(), webhook_consent(), webhook_run_finished(), webhook_source_stale() from public;

grant select, insert, update, delete on webhook_endpoint to hub_web;
grant select on webhook_delivery to hub_web, hub_ops;
grant update (state, attempts, next_try, outcome, settled_at) on webhook_delivery to hub_web;
grant delete on webhook_delivery to hub_web;
grant select on webhook_endpoint to hub_ops;
