insert into identity.totp (account_id, council_id, secret)
values ($2, $1, $3)
on conflict (account_id) do update
set secret = excluded.secret, last_step = 0
where identity.totp.confirmed_at is null
returning account_id
