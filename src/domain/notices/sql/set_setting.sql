insert into notices.setting (council_id, digest_automatic, reminders_automatic, set_by, set_at)
values ($1, $2, $3, $4, $5)
on conflict (council_id) do update
set digest_automatic = excluded.digest_automatic, reminders_automatic = excluded.reminders_automatic,
    set_by = excluded.set_by, set_at = excluded.set_at
