insert into identity.directory_token (council_id, name, token_hash, made_by, made_at, expires_at)
values ($1, $2, $3, $4, $5, $6)
returning id
