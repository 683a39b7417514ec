-- No row when another action has this code, were it written at this very moment.
insert into strategy.action (council_id, code, domain, title, news_at, position)
values ($1, $2, $3, $4, $5::timestamptz,
        (select coalesce(max(position), 0) + 10 from strategy.action where council_id = $1))
on conflict (council_id, code) where deleted_at is null do nothing
returning id
