insert into directory.draft (council_id, account_id, form, body, saved_at)
values ($1, $2, $3, $4, $5::timestamptz)
on conflict (council_id, account_id, form) do update
set body = excluded.body, saved_at = excluded.saved_at
