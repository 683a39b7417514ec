update jobs.job
set progress = $3, step = $4, heartbeat_at = $5
where id = $1
and attempts = $2
and state = 'running'
