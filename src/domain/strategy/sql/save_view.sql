insert into strategy.saved_view (council_id, account_id, name, query)
values ($1, $2, $3, $4)
on conflict (council_id, account_id, name) do update
set query = excluded.query
