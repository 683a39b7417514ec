insert into identity.key_pair (account_id, council_id, public_key, sealed_secret, made_at)
values ($2, $1, $3, $4, $5)
on conflict (account_id) do nothing
