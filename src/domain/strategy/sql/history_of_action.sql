select made.id, made.kind, made.at, made.author,
       exists (select from strategy.change_set as later where later.undoes = made.id),
       change.step_id, coalesce(step.title, ''), coalesce(change.part_id, 0), change.field, change.old, change.new
from strategy.change
join strategy.change_set as made on made.id = change.change_set_id
left join strategy.step on step.id = change.step_id
where change.council_id = $1 and change.action_id = $2
order by change.change_set_id desc, change.id
limit $3
