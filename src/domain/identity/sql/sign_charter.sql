insert into identity.charter_signature (council_id, account_id, version, signed_at)
values ($1, $2, $3::bigint, $4)
on conflict do nothing
returning version
