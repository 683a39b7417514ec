-- How many actions deleted_actions.sql gives in all.
select count(*)
from strategy.action
cross join lateral (select change.change_set_id
                    from strategy.change
                    where change.council_id = $1 and change.action_id = action.id and change.step_id is null
                      and change.field = 'deleted' and change.new = 'yes'
                    order by change.id desc
                    limit 1) as deletion
join strategy.change_set as made on made.id = deletion.change_set_id
where action.council_id = $1 and action.deleted_at is not null and made.at >= $2::timestamptz
