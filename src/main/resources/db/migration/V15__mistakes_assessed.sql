-- SPDX-License-Identifier: EUPL-1.2
-- What the data protection officer found of a consent that was registered by mistake: whether it was a breach of personal
-- data security, and whether it was reported (GDPR art. 33). Goes with the version of the consent that says so.

create table mistake_assessment (
  consent_id uuid not null,
  version integer not null,
  assessment text not null check (assessment in ('NO_BREACH', 'NOT_REPORTED', 'REPORTED')),
  assessed_by text not null,
  assessed_at timestamptz not null,
  primary key (consent_id, version),
  foreign key (consent_id, version) references consent on delete cascade);

grant select, insert on mistake_assessment to hub_web;
grant update (assessment, assessed_by, assessed_at) on mistake_assessment to hub_web;
