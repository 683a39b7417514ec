select *
from strategy.action_row
where council_id = $1 and code = $2 and not deleted
