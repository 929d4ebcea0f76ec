-- SPDX-License-Identifier: EUPL-1.2
-- The line: households and consents, what is in force, sections that hang on it, runs that add up, a log that comes first.
-- Content is sealed by the hub before it gets here; no column holds a name, a CPR number or a plain hash of one.

do $$
declare hub_role text;
begin
  foreach hub_role in array array['hub_pipeline', 'hub_web', 'hub_audit', 'hub_ops'] loop
    if not exists (select from pg_roles where rolname = hub_role) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit', hub_role);
    end if;
    -- Logins of their own need no membership; a login that works as every role by SET ROLE does.
    begin
      execute format('set local role %I', hub_role);
      reset role;
    exception when insufficient_privilege then
      begin
        execute format('grant %I to current_user', hub_role);
      exception when insufficient_privilege then
        raise notice '% was made by somebody else and has a login of its own', hub_role;
      end;
    end;
  end loop;
end $$;

create table household (
  household_id uuid primary key,
  number text not null unique,
  area text not null,
  project_code text not null,
  enrolled date not null,
  exit_date date,
  coordinator text,
  meeting_date date,
  view_version integer not null default 0,
  recorded_at timestamptz not null default now());

create table member (
  person_id uuid primary key,
  household_id uuid not null references household on delete cascade,
  cpr_hash bytea not null,
  cpr_sealed bytea,
  participation text not null check (participation in ('PARTICIPANT', 'DECLINED', 'OUTSIDE', 'NOT_ASKED')),
  relation text not null,
  reason text,
  member_from date not null,
  member_to date,
  check ((participation = 'PARTICIPANT') = (cpr_sealed is not null)));
create unique index member_cpr on member (cpr_hash) where member_to is null;
create index member_household on member (household_id);

-- What was agreed, version by version; outlives the household as proof (GDPR art. 7(1)).
create table consent (
  consent_id uuid not null,
  version integer not null check (version > 0),
  household_id uuid not null,
  person_id uuid not null,
  status text not null check (status in ('DRAFT', 'ACTIVE', 'EXPIRED', 'WITHDRAWN', 'SUPERSEDED', 'INVALIDATED')),
  sources text[] not null,
  categories text[] not null,
  period_back text not null,
  valid_from date not null,
  valid_to date not null,
  withdrawn_at timestamptz,
  scope text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  document_sealed bytea not null,
  primary key (consent_id, version),
  check (valid_to >= valid_from));
create index consent_person on consent (person_id, recorded_at);
create index consent_household on consent (household_id);

create table consent_grantor (
  consent_id uuid not null,
  version integer not null,
  cpr_hash bytea not null,
  capacity text not null check (capacity in ('SELF', 'CUSTODY_HOLDER', 'GUARDIAN')),
  given_at date not null,
  primary key (consent_id, version, cpr_hash),
  foreign key (consent_id, version) references consent on delete cascade);

-- The row that content hangs on. Withdrawal deletes it; everything below is gone in the same commit.
create table consent_in_force (
  person_id uuid not null references member on delete cascade,
  source text not null,
  household_id uuid not null references household on delete cascade,
  consent_id uuid not null,
  version integer not null,
  categories text[] not null,
  period_back text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (person_id, source),
  foreign key (consent_id, version) references consent);
create index consent_in_force_household on consent_in_force (household_id);

create sequence fence;

create table run (
  run_id uuid primary key,
  kind text not null check (kind in ('NIGHTLY', 'REFRESH')),
  reason text not null,
  requested_by text not null,
  household_id uuid,
  night date not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'DONE_WITH_GAPS', 'FAILED', 'STOPPED')),
  fence bigint not null default nextval('fence'),
  lease_owner text,
  lease_until timestamptz,
  routes_hash text not null default '',
  mappings_hash text not null default '',
  failure text);
-- One open night, and one open refresh a household: twenty clicks are one refresh.
create unique index run_one_night on run ((true)) where kind = 'NIGHTLY' and state in ('QUEUED', 'RUNNING');
create unique index run_one_refresh on run (household_id) where kind = 'REFRESH' and state in ('QUEUED', 'RUNNING');
create index run_started on run (started_at desc);

create table run_item (
  run_id uuid not null references run on delete cascade,
  household_id uuid not null,
  state text not null check (state in ('PENDING', 'CLAIMED', 'UPDATED', 'UNCHANGED', 'KEPT', 'CLOSED', 'FAILED')),
  fence bigint,
  claimed_until timestamptz,
  version integer,
  failure text,
  primary key (run_id, household_id));
create index run_item_pending on run_item (run_id, state);

-- Every row one fate: a run that does not add up cannot be closed as done.
create table run_register (
  run_id uuid not null references run on delete cascade,
  register text not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'PARTLY', 'DOWN', 'DONE')),
  reason text,
  asked integer not null default 0,
  answered integer not null default 0,
  rows_read bigint not null default 0,
  rows_mapped bigint not null default 0,
  rows_quarantined bigint not null default 0,
  rows_filtered bigint not null default 0,
  rows_duplicate bigint not null default 0,
  rows_passed_over bigint not null default 0,
  households_changed integer not null default 0,
  millis bigint not null default 0,
  primary key (run_id, register),
  constraint every_row_one_fate check (state = 'OPEN'
    or rows_read = rows_mapped + rows_quarantined + rows_filtered + rows_duplicate));

-- One person, one register, one span of view versions. Refused by the database without a consent in force.
create table section (
  person_id uuid not null,
  register text not null,
  since_version integer not null,
  until_version integer,
  source text not null,
  household_id uuid not null,
  content_sealed bytea not null,
  digest bytea not null,
  mapping text not null,
  run_id uuid not null,
  stored_at timestamptz not null,
  primary key (person_id, register, since_version),
  foreign key (person_id, source) references consent_in_force on delete cascade);
create unique index section_current on section (person_id, register) where until_version is null;
create index section_household on section (household_id);
create index section_consent on section (person_id, source);

-- How fresh a section is, whether or not it holds anything.
create table freshness (
  person_id uuid not null,
  register text not null,
  source text not null,
  household_id uuid not null,
  outcome text not null check (outcome in ('ANSWERED', 'NOTHING', 'NOT_ACCESSIBLE', 'UNAVAILABLE')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  as_of timestamptz,
  stale_since timestamptz,
  reason text,
  quarantined integer not null default 0,
  fence bigint not null,
  run_id uuid not null,
  primary key (person_id, register),
  foreign key (person_id, source) references consent_in_force on delete cascade);
create index freshness_household on freshness (household_id);

create table view_version (
  household_id uuid not null references household on delete cascade,
  version integer not null,
  published_at timestamptz not null,
  run_id uuid not null,
  digest bytea not null,
  primary key (household_id, version));

-- A refused row: where it stands and why. What it said is sealed, and only kept for a person with consent.
create table quarantine (
  quarantine_id uuid primary key,
  register text not null,
  record_table text not null,
  record_no bigint,
  reason text not null,
  field text,
  mapping text not null,
  person_id uuid,
  source text,
  household_id uuid,
  content_sealed bytea,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  run_id uuid not null,
  foreign key (person_id, source) references consent_in_force on delete cascade,
  check (person_id is not null or content_sealed is null));
create index quarantine_register on quarantine (register, reason);
create index quarantine_person on quarantine (person_id, register);

create table delivery (
  register text not null,
  name text not null,
  state text not null check (state in ('ACCEPTED', 'HELD_BACK')),
  reason text,
  table_rows jsonb not null,
  content_marks jsonb not null,
  produced_at timestamptz,
  seen_at timestamptz not null,
  primary key (register, name));

-- Who opened what. Rows are chained; the head holds the last link.
create table access_log (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  actor_role text not null,
  actor_org text not null,
  purpose text not null,
  action text not null,
  household_id uuid,
  person_id uuid,
  source text,
  categories text[] not null default '{}',
  consents text[] not null default '{}',
  view_version integer,
  outcome text not null,
  request_id text not null,
  run_id uuid,
  previous bytea not null,
  link bytea not null);
create index access_log_household on access_log (household_id, at);

create table access_log_head (
  id boolean primary key default true check (id),
  seq bigint not null,
  link bytea not null);
insert into access_log_head (seq, link) values (0, decode(repeat('00', 32), 'hex'));

-- The people of the outreach teams and IT; rights are looked up here at every request.
create table staff (
  subject text not null,
  name text not null,
  role text not null check (role in ('TEAM', 'COORDINATOR', 'IT')),
  title text,
  organisation text not null,
  team text not null,
  area text not null default '',
  primary key (subject, team));

create table seen (
  subject text not null,
  household_id uuid not null references household on delete cascade,
  version integer not null,
  at timestamptz not null,
  primary key (subject, household_id));

grant usage on schema public to hub_pipeline, hub_web, hub_audit, hub_ops;
grant usage on sequence fence to hub_pipeline, hub_web;

grant select on household, member, consent, consent_grantor, consent_in_force, section, freshness, view_version, seen, staff,
  run, run_item, run_register, quarantine, delivery to hub_web;
grant insert, update on household, member to hub_web;
grant insert on consent, consent_grantor to hub_web;
grant update (status, withdrawn_at, scope) on consent to hub_web;
grant insert, update, delete on consent_in_force, staff, seen to hub_web;
grant delete on household, member to hub_web;
grant insert on run, run_item to hub_web;
grant update (state, ended_at) on run to hub_web;

grant select on household, member, consent, consent_grantor, consent_in_force, section, freshness, view_version, run, run_item,
  run_register, quarantine, delivery, staff to hub_pipeline;
grant update on household, member to hub_pipeline;
grant update (status) on consent to hub_pipeline;
grant insert, update, delete on consent_in_force, section, freshness, view_version, run, run_item, run_register, quarantine, delivery
  to hub_pipeline;

grant insert, select on access_log to hub_audit;
grant select, update on access_log_head to hub_audit;

grant select on run, run_item, run_register, delivery to hub_ops;
grant select (quarantine_id, register, record_table, record_no, reason, field, mapping, first_seen, last_seen, run_id) on quarantine
  to hub_ops;
grant select (subject, name, role, title, organisation, team, area) on staff to hub_ops;
grant select (household_id, view_version, exit_date) on household to hub_ops;
grant select (register, outcome, as_of, stale_since, reason, answered_at) on freshness to hub_ops;
