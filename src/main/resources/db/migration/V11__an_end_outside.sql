-- SPDX-License-Identifier: EUPL-1.2
-- What is taken away is noted in the same commit, by the database itself, whoever takes it; the hub then writes it to the
-- erasure journal outside the database, and the note goes. A restore reads the journal. Random ids, words and days only.

create table erasure (
  erasure_id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  household_id uuid not null,
  person_id uuid,
  what text not null);
grant select, insert, delete on erasure to hub_web, hub_pipeline;

create function note_row_gone() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into erasure (household_id, person_id, what) values (old.household_id, old.person_id, 'row ' || old.source);
  return null;
end $$;
create trigger note_row_gone after delete on consent_in_force for each row execute function note_row_gone();

-- What a person's consent leaves from now on. The first one of a person takes nothing away.
create function note_consent() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.status <> 'ACTIVE' then
    insert into erasure (household_id, person_id, what)
    values (new.household_id, new.person_id, 'consent - - ' || new.valid_to);
  elsif exists (select from consent c where c.person_id = new.person_id and c.status <> 'DRAFT'
                  and (c.consent_id, c.version) <> (new.consent_id, new.version)) then
    insert into erasure (household_id, person_id, what)
    values (new.household_id, new.person_id, 'consent ' || coalesce(nullif(array_to_string(new.sources, ','), ''), '-')
      || ' ' || coalesce(nullif(array_to_string(new.categories, ','), ''), '-') || ' ' || new.valid_to);
  end if;
  return null;
end $$;
create trigger note_consent after insert on consent for each row
  when (new.status not in ('DRAFT', 'SUPERSEDED')) execute function note_consent();
create trigger note_consent_ended after update of status on consent for each row
  when (new.status not in ('DRAFT', 'SUPERSEDED') and new.status <> old.status) execute function note_consent();

create function note_member() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into erasure (household_id, person_id, what) values (old.household_id, old.person_id,
    'member ' || coalesce(new.member_to, (now() at time zone 'Europe/Copenhagen')::date));
  return null;
end $$;
create trigger note_member after update on member for each row
  when ((old.participation = 'PARTICIPANT' and new.participation <> 'PARTICIPANT')
    or (new.member_to is not null and (old.member_to is null or new.member_to < old.member_to)))
  execute function note_member();

create function note_household() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into erasure (household_id, what) values (old.household_id, 'left ' || new.exit_date);
  return null;
end $$;
create trigger note_household after update on household for each row
  when (new.exit_date is not null and (old.exit_date is null or new.exit_date < old.exit_date))
  execute function note_household();
