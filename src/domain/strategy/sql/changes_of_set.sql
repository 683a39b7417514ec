select action_id, step_id, coalesce(part_id, 0), field, old, new
from strategy.change
where council_id = $1 and change_set_id = $2
order by id
