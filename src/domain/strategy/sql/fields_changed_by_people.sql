select distinct change.action_id, coalesce(change.step_id, 0), change.field
from strategy.change
join strategy.change_set as made on made.id = change.change_set_id
where change.council_id = $1 and made.account_id <> 0
