-- Every change of state, the oldest first.
select change.action_id, made.at, change.old, change.new
from strategy.change
join strategy.change_set as made on made.id = change.change_set_id
where change.council_id = $1 and change.field = 'state' and change.step_id is null
order by change.action_id, change.change_set_id, change.id
