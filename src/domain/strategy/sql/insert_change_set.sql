insert into strategy.change_set (council_id, account_id, author, kind, undoes, at)
values ($1, $2, $3, $4, $5::bigint, $6::timestamptz)
returning id
