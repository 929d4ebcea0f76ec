-- SPDX-License-Identifier: EUPL-1.2
-- Somebody who may see what one refused cell said, and nothing else.

alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('COORDINATOR', 'TEAM', 'DESK', 'LEADER', 'EVALUATOR', 'DPO', 'IT', 'STEWARD'));
