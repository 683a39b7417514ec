select id, kind, target, label
from strategy.link
where council_id = $1 and action_id = $2
order by kind, target
