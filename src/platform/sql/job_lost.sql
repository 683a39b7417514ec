select id, attempts, most_attempts, cancel_asked
from jobs.job
where state = 'running'
and heartbeat_at < $1
order by id
limit 100
for update skip locked
