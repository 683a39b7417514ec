insert into identity.half_sign_in (token_hash, council_id, account_id, started_at)
values ($1, $2, $3, $4)
