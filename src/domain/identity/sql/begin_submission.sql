insert into identity.submission (council_id, account_id, key, request_hash, started_at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing
returning key
