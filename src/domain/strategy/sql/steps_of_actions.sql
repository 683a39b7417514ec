select action_id, weight, due, done_at, deleted_at is not null
from strategy.step
where council_id = $1 and action_id = any ($2::bigint[])
order by action_id, position, id
