-- SPDX-License-Identifier: EUPL-1.2
-- When an agreement was made, so that it can be counted how long it took; of one that was changed since nobody knows.
alter table own_line add column made_at timestamptz;
update own_line set made_at = changed_at where revision = 1;

-- School absence is counted by the month now; figures of whole quarters would be counted beside those of their months.
delete from effect_figure where indicator in ('S1', 'S2', 'S3') and expected > 31;
