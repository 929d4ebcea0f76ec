-- SPDX-License-Identifier: EUPL-1.2
-- The next households of a run are found where they begin, however many are done or left.

create index run_item_next on run_item (run_id, household_id) where state = 'PENDING';
drop index run_item_pending;
