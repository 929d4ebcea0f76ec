-- SPDX-License-Identifier: EUPL-1.2
-- What was agreed outlives the household as proof, and ends too (docs/decisions/the-sweep-is-the-end-of-a-night.md).
-- No role of the hub may delete a consent. This does it for households that have left, whole and a few at a time.

create function forget_households(left_before date, most integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare gone uuid[];
begin
  gone := array(
    select household_id from household h
     where exit_date < left_before
       and not exists (select from consent c
         where c.household_id = h.household_id and c.status = 'ACTIVE' and c.valid_to >= left_before)
     limit most for update skip locked);
  -- The household first: the rows in force go with it, and hang on the consents.
  delete from household where household_id = any(gone);
  delete from consent where household_id = any(gone);
  return cardinality(gone);
end $$;
revoke all on function forget_households(date, integer) from public;
grant execute on function forget_households(date, integer) to hub_pipeline;
