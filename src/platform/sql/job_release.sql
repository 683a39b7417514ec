update jobs.job
set state = 'waiting', attempts = attempts - 1, heartbeat_at = null, progress = 0, step = ''
where id = $1
and attempts = $2
and state = 'running'
