select made.id, made.kind, made.at, made.author,
       exists (select from strategy.change_set as later where later.undoes = made.id),
       (select count(distinct change.action_id) from strategy.change where change.change_set_id = made.id)
from strategy.change_set as made
where made.council_id = $1 and made.id = $2
