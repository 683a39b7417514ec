insert into identity.invitation (account_id, council_id, code_hash, given_by, expires_at)
values ($2, $1, $3, $4, $5)
on conflict (account_id) do update
set code_hash = excluded.code_hash, given_by = excluded.given_by, expires_at = excluded.expires_at
