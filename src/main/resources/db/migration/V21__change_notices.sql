-- SPDX-License-Identifier: EUPL-1.2
-- Which version of a household's view holds something new to whom (docs/decisions/a-notice-is-a-version.md). Ids, versions and
-- moments only: what it says is read from the versions themselves, each time.

alter table staff add column mail text;

-- Versions that are there already were told of by the pages.
alter table view_version add column noted boolean not null default true;
alter table view_version alter column noted set default false;
create index view_version_unnoted on view_version (household_id, version) where not noted and version > 1;

create table notice (
  notice_id bigint generated always as identity primary key,
  subject text not null,
  household_id uuid not null,
  version integer not null,
  published_at timestamptz not null,
  read_at timestamptz,
  told_at timestamptz,
  unique (household_id, version, subject),
  foreign key (household_id, version) references view_version on delete cascade);
create index notice_of_reader on notice (subject, notice_id);
create index notice_unread on notice (subject) where read_at is null;

-- The last day that a receiver was sent a mail, written before it is sent.
create table notice_mail (
  subject text primary key,
  day date not null);

-- Looked at when the commit is near, as a withdrawal of a part puts back what stays.
create function notices_go() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from consent_in_force f where f.household_id = old.household_id) then
    delete from notice where household_id = old.household_id;
  end if;
  return null;
end $$;
create constraint trigger notices_go after delete on consent_in_force
  deferrable initially deferred for each row execute function notices_go();
revoke all on function notices_go() from public;

grant update (noted) on view_version to hub_web;
grant select, insert, delete on notice to hub_web;
grant update (read_at, told_at) on notice to hub_web;
grant select, insert, update, delete on notice_mail to hub_web;
