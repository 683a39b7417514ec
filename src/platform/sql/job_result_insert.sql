insert into jobs.result (job_id, council_id, account_id, media_type, file_name, bytes, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (job_id) do update
set media_type = excluded.media_type, file_name = excluded.file_name, bytes = excluded.bytes,
    expires_at = excluded.expires_at
