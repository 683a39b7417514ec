-- Of a part also what it said before: one that was taken away is known by that alone.
select distinct change.action_id, coalesce(change.step_id, 0), coalesce(change.part_id, 0), change.field,
                case when change.part_id is null then '' else change.old end
from strategy.change
join strategy.change_set as made on made.id = change.change_set_id
where change.council_id = $1 and made.account_id <> 0
