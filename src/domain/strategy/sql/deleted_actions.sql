-- Actions deleted since $2, the last one first, each with the act that deleted it.
select action.code, action.domain, action.title, action.title_en, made.id, made.at, made.author,
       exists (select from strategy.change_set as later where later.undoes = made.id),
       (select count(distinct change.action_id)
        from strategy.change
        where change.council_id = $1 and change.change_set_id = made.id)
from strategy.action
cross join lateral (select change.change_set_id
                    from strategy.change
                    where change.council_id = $1 and change.action_id = action.id and change.step_id is null
                      and change.field = 'deleted' and change.new = 'yes'
                    order by change.id desc
                    limit 1) as deletion
join strategy.change_set as made on made.id = deletion.change_set_id
where action.council_id = $1 and action.deleted_at is not null and made.at >= $2::timestamptz
order by made.at desc, action.position, action.id
limit $3
offset $4
