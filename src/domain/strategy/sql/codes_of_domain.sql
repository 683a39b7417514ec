select code
from strategy.action
where council_id = $1 and domain = $2 and deleted_at is null
