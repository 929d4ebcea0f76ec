-- SPDX-License-Identifier: EUPL-1.2
-- Who has custody of a child, or is an adult's guardian, where the population register does not tell: noted at the desk, with what
-- it was seen in (docs/decisions/custody-is-noted-where-the-register-is-silent.md). A note is never changed; the newest counts.
-- The numbers are sealed with the household's key.

create table custody_noted (
  note_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  person_id uuid not null references member on delete cascade,
  capacity text not null check (capacity in ('CUSTODY_HOLDER', 'GUARDIAN')),
  holders_sealed bytea not null,
  seen_in text not null check (seen_in in ('FAMILY_COURT', 'COURT', 'CERTIFICATE', 'CPR_OFFICE')),
  seen_on date not null,
  noted_by text not null,
  noted_at timestamptz not null);
create index custody_noted_person on custody_noted (person_id, noted_at);

-- Deleted only when somebody asks for erasure.
grant select, insert, delete on custody_noted to hub_web;
grant select on custody_noted to hub_pipeline;
