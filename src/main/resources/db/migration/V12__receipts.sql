-- SPDX-License-Identifier: EUPL-1.2
-- The receipt of each version of a consent, as it was first handed out (docs/decisions/a-receipt-is-kept.md). The record is sealed;
-- its hash is that of the record with a random number in it, so that nothing can be guessed from it. A consent and its
-- receipt end together.

create table receipt (
  consent_id uuid not null,
  version integer not null,
  receipt_id uuid not null,
  receipt_issued_at timestamptz not null,
  receipt_hash bytea not null,
  record_sealed bytea not null,
  primary key (consent_id, version),
  foreign key (consent_id, version) references consent on delete cascade);
create index receipt_of_an_act on receipt (receipt_id);

-- Never changed: no update, and no delete but with its consent.
grant select, insert on receipt to hub_web;
