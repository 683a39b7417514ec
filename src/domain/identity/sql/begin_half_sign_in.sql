insert into identity.half_sign_in
    (token_hash, council_id, account_id, started_at, sealed_secret, failures, provider_token)
values ($1, $2, $3, $4, $5, $6, $7)
