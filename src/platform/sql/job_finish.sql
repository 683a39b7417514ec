update jobs.job
set state = $3, failure = $4, finished_at = $5, heartbeat_at = null,
    progress = case when $3 = 'done' then 100 else progress end
where id = $1
and attempts = $2
and state = 'running'
