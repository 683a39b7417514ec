insert into strategy.link (council_id, action_id, kind, target, label)
values ($1, $2, $3, $4, $5)
on conflict (action_id, kind, target) do nothing
