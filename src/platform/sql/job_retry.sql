update jobs.job
set state = 'waiting', failure = $3, run_at = $4, heartbeat_at = null
where id = $1
and attempts = $2
and state = 'running'
