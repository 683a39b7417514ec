-- Actions deleted since $2, the last one first, each with the act that deleted it.
select deleted.code, deleted.domain, deleted.title, deleted.title_en, deleted.change_set_id, deleted.at, deleted.author,
       exists (select from strategy.change_set as later where later.undoes = deleted.change_set_id),
       (select count(distinct change.action_id)
        from strategy.change
        where change.council_id = $1 and change.change_set_id = deleted.change_set_id)
from strategy.deleted_action as deleted
where deleted.council_id = $1 and deleted.at >= $2::timestamptz
order by deleted.at desc, deleted.position, deleted.id
limit $3
offset $4
