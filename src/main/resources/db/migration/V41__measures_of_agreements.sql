-- SPDX-License-Identifier: EUPL-1.2
-- Which measure an agreement led to: whose, from which source, and the register's own key of it, sealed. What the measure is and
-- when it began is kept nowhere but in its section (docs/decisions/own-lines-stand-under-whom-they-are-about.md).
alter table own_line
  add column led_to_person uuid,
  add column led_to_source text,
  add column led_to_sealed bytea,
  add check (num_nulls(led_to_person, led_to_source, led_to_sealed) in (0, 3)),
  add check (kind = 'AGREEMENT' or led_to_person is null);

-- As before, and the measure goes with the consent to it. Near the commit, as a withdrawal of a part puts back what stays.
create or replace function own_lines_go() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from consent_in_force f where f.person_id = old.person_id) then
    delete from own_line where household_id = old.household_id and old.person_id = any(about);
  end if;
  if not exists (select from consent_in_force f where f.person_id = old.person_id and f.source = old.source
                   and 'MEASURES' = any(f.categories)) then
    update own_line set led_to_person = null, led_to_source = null, led_to_sealed = null
     where household_id = old.household_id and led_to_person = old.person_id and led_to_source = old.source;
  end if;
  return null;
end $$;

-- A consent that is given anew for less is written over the old row.
create constraint trigger measures_no_more after update on consent_in_force
  deferrable initially deferred for each row
  when ('MEASURES' = any(old.categories) and not 'MEASURES' = any(new.categories)) execute function own_lines_go();
