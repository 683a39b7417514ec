insert into mail.message (council_id, kind, stop_path, created_at)
values ($1, $2, $3, $4)
returning id
