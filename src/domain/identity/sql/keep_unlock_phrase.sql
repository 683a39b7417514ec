insert into identity.unlock_phrase (council_id, account_id, record, sealed_secret, chosen_at)
values ($1, $2, $3, $4, $5)
on conflict (account_id) do update
set record = excluded.record, sealed_secret = excluded.sealed_secret, chosen_at = excluded.chosen_at
