select distinct pilot
from strategy.action
where council_id = $1 and deleted_at is null and pilot <> ''
order by pilot
limit 500
