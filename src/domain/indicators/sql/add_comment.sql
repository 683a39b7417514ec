insert into indicators.comment (council_id, indicator_id, account_id, author, written_at)
values ($1, $2, $3, $4, $5)
returning id
