insert into identity.session
    (token_hash, council_id, account_id, csrf_secret, created_at, seen_at, agent, sealed_secret, failures,
     provider_token)
values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)
