select j.id, j.kind, j.state, j.progress, j.step, j.failure, j.cancel_asked, j.created_at, j.finished_at,
    exists (select from jobs.result r where r.job_id = j.id and r.expires_at > $4) as has_result
from jobs.job j
where j.council_id = $1
and j.account_id = $2
and j.id = $3
