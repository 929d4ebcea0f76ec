-- SPDX-License-Identifier: EUPL-1.2
-- Who may see what: more roles, places for a time, and whom a consent names as recipient (docs/who-may-see-what.md).

alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('COORDINATOR', 'TEAM', 'CONSENT_DESK', 'LEADER', 'EVALUATOR', 'DPO', 'IT'));

-- A guest or a substitute: 14 days at most, first and last included, and never without a reason.
alter table staff add column guest_from date, add column guest_until date, add column guest_reason text;
alter table staff add constraint staff_guest check (
  (guest_from is null and guest_until is null and guest_reason is null)
  or (guest_from is not null and guest_until is not null and guest_reason is not null
    and guest_until >= guest_from and guest_until <= guest_from + 13));

-- Whom a version of a consent lets be shown what; consents recorded before this name the team alone.
create table consent_recipient (
  consent_id uuid not null,
  version integer not null,
  recipient text not null,
  categories text[] not null,
  primary key (consent_id, version, recipient),
  foreign key (consent_id, version) references consent on delete cascade);
grant select, insert on consent_recipient to hub_web;
