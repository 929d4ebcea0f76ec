-- SPDX-License-Identifier: EUPL-1.2
-- How somebody's part in a household was changed at the desk after the household was set up: one row a change, never changed
-- itself (docs/decisions/who-is-in-it-is-changed-with-its-consequence.md). Ids, words and moments; no name and no number.

create table member_change (
  change_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  person_id uuid not null references member on delete cascade,
  was text check (was in ('PARTICIPANT', 'DECLINED', 'OUTSIDE', 'NOT_ASKED')),
  became text not null check (became in ('PARTICIPANT', 'DECLINED', 'OUTSIDE', 'NOT_ASKED', 'MOVED_OUT')),
  reason text,
  changed_by text not null,
  changed_at timestamptz not null);
create index member_change_household on member_change (household_id);

grant select, insert on member_change to hub_web;
