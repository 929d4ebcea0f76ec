-- SPDX-License-Identifier: EUPL-1.2
-- A run of one source, or of refused rows once more; what became of those; and deliveries that somebody decides about.

alter table run drop constraint run_kind_check;
alter table run add constraint run_kind_check check (kind in ('NIGHTLY', 'REFRESH', 'SOURCE', 'REPLAY'));
-- The one register it asks; null for all.
alter table run add column register text check ((register is null) = (kind in ('NIGHTLY', 'REFRESH')));
create unique index run_one_of_a_source on run (register)
  where kind in ('SOURCE', 'REPLAY') and state in ('QUEUED', 'RUNNING');

-- How often a row was replayed and refused again, and whether operators have put it aside.
alter table quarantine add column replays integer not null default 0;
alter table quarantine add column discarded_at timestamptz;
alter table quarantine add column discarded_why text check (discarded_why in ('MENDED_AT_SOURCE', 'NOT_NEEDED', 'TOO_OLD'));
create index quarantine_household on quarantine (household_id, register);

-- Which refused rows a replay is about, and how they fared; a dry one stores nothing else.
create table replay (
  run_id uuid primary key references run on delete cascade,
  dry boolean not null,
  reason text not null,
  field text,
  mapping text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  chosen integer not null,
  succeeded integer not null default 0,
  failed_again integer not null default 0);

grant select, insert, update on replay to hub_pipeline;
grant select on replay to hub_ops;
grant select (replays, discarded_at, discarded_why) on quarantine to hub_ops;
grant update (discarded_at, discarded_why) on quarantine to hub_ops;
grant update (state, reason) on delivery to hub_ops;
