-- SPDX-License-Identifier: EUPL-1.2
-- Of the rows that became facts, how many stand in a section that became another; and a replay about single rows.

alter table run_register add column rows_changed bigint not null default 0
  constraint of_the_mapped check (rows_changed between 0 and rows_mapped);

-- Null where the replay is about all that match.
alter table replay add column rows uuid[];
