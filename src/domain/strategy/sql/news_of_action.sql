select at, author, text
from strategy.news
where council_id = $1 and action_id = $2
order by at desc, id desc
limit $3 offset $4
