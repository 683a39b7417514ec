select count(*)
from strategy.news
where council_id = $1 and action_id = $2
