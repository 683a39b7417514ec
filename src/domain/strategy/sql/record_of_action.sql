select id, kind
from strategy.record
where council_id = $1 and action_id = $2 and id = $3
