insert into strategy.action (council_id, code, domain, title, position)
values ($1, $2, $3, $4,
        (select coalesce(max(position), 0) + 10 from strategy.action where council_id = $1))
returning id
