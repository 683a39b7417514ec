update jobs.job
set heartbeat_at = $2
where id = any ($1)
and state = 'running'
returning id, attempts, cancel_asked
