insert into indicators.staged_table (council_id, account_id, id, cells)
values ($1, $2, $3, $4)
