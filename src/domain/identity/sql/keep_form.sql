insert into identity.kept_form (token_hash, path, fields, kept_at)
values ($1, $2, $3, $4)
