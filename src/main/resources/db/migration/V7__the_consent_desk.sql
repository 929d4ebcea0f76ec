-- SPDX-License-Identifier: EUPL-1.2
-- The consent desk: who stands at it, what it is in the middle of, and the signed papers.
-- All of it goes with the household; what is written in it is sealed by the hub before it gets here.

alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check check (role in ('TEAM', 'COORDINATOR', 'DESK', 'IT'));

-- One unfinished recording a household. A revision is written over only by somebody who has seen it.
create table desk_draft (
  household_id uuid primary key references household on delete cascade,
  revision integer not null check (revision > 0),
  changed_by text not null,
  changed_at timestamptz not null,
  content_sealed bytea not null,
  evidence_sealed bytea);

-- The signed paper behind a consent; outlives the household's key, as the consent does.
create table evidence (
  evidence_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  content_sealed bytea not null,
  sha256 bytea not null,
  added_by text not null,
  added_at timestamptz not null);
create index evidence_household on evidence (household_id);

grant select, insert, update, delete on desk_draft to hub_web;
grant select, insert on evidence to hub_web;
