update jobs.job
set state = 'running', attempts = attempts + 1, heartbeat_at = $1, progress = 0, step = '', failure = ''
where id = (
    select id
    from jobs.job
    where state = 'waiting'
    and run_at <= $1
    and kind = any ($2)
    order by run_at, id
    limit 1
    for update skip locked)
returning id, council_id, account_id, kind, payload::text, attempts, most_attempts
