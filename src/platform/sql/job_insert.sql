insert into jobs.job (council_id, account_id, kind, payload, most_attempts, run_at, created_at)
values ($1, $2, $3, $4::jsonb, $5, $6, $6)
returning id
