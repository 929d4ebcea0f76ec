-- SPDX-License-Identifier: EUPL-1.2
-- The end of what a draw leaves behind: a draft nobody goes on with goes whole, a locked draw that nobody closes is closed,
-- and the keys of those drawn go with the evaluation. A locked draw itself stays: it proves how was drawn.

-- The last day of the keys of those drawn, by the programme's file when the draw was made.
alter table draw.draw add column keys_until date;

grant delete on draw.draw to hub_draw;

create function draw.locked_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a locked draw is kept' using errcode = 'integrity_constraint_violation';
end $$;
create trigger locked_is_kept before delete on draw.draw for each row
  when (old.state in ('LOCKED', 'CLOSED')) execute function draw.locked_is_kept();
