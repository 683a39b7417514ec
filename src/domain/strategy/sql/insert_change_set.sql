insert into strategy.change_set (council_id, account_id, author, kind, undoes)
values ($1, $2, $3, $4, $5::bigint)
returning id
