select *
from strategy.action_row
where council_id = $1 and code = any ($2::text[]) and not deleted
order by position, id
