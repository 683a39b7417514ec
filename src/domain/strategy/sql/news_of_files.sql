select at, text
from strategy.news
where council_id = $1 and action_id = $2 and account_id = 0
order by at, id
