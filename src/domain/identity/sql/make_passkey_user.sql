insert into identity.passkey_user (council_id, account_id, handle)
values ($1, $2, $3)
on conflict (account_id) do nothing
