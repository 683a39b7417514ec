insert into strategy.news (council_id, action_id, at, account_id, author, text)
values ($1, $2, $3::timestamptz, $4, $5, $6)
returning id
