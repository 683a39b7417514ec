insert into strategy.step (council_id, action_id, code, title, position)
values ($1, $2, $3, $4,
        (select coalesce(max(position), 0) + 10 from strategy.step where council_id = $1 and action_id = $2))
returning id, position
