-- SPDX-License-Identifier: EUPL-1.2
-- Counting and locking go on when the page is left: the newest try of each draw, and how far it is. No count stands here
-- before the try has ended, and none of a try that was interrupted (docs/decisions/the-draw-counts-by-itself.md).

create table draw.attempt (
  draw_id uuid primary key references draw.draw on delete cascade,
  attempt_id uuid not null unique,
  what text not null check (what in ('COUNT', 'LOCK')),
  started_by text not null,
  started_at timestamptz not null,
  -- When whoever works on it last said so: a hub that is gone says no more.
  seen_at timestamptz not null,
  stage text not null check (stage in ('WAITING', 'PEOPLE', 'FIRST', 'OTHERS', 'KEEPING')),
  percent integer not null check (percent between 0 and 100),
  ended_at timestamptz,
  came text check (came in ('DONE', 'CHANGED', 'MEANWHILE', 'DOWN', 'NO_POPULATION', 'NO_MUNICIPALITY', 'STOPPED',
    'INTERRUPTED', 'FAILED')),
  register text,
  check ((ended_at is null) = (came is null)));
grant select, insert, update on draw.attempt to hub_draw;

-- With the lock, or with a draft that is given up, the draw's own key is due, in the same commit: a hub that stops before
-- it is destroyed destroys it when it is up again.
create function draw.key_is_due() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into erasure (household_id, what) values (old.draw_id, 'draw');
  return null;
end $$;
revoke all on function draw.key_is_due() from public;
create trigger key_is_due_at_the_lock after update of state on draw.draw for each row
  when (old.state <> 'LOCKED' and new.state = 'LOCKED') execute function draw.key_is_due();
create trigger key_is_due_with_the_draw after delete on draw.draw for each row
  when (old.state in ('DRAFT', 'AWAITING_APPROVAL')) execute function draw.key_is_due();
