select media_type, file_name, bytes
from jobs.result
where council_id = $1
and account_id = $2
and job_id = $3
and expires_at > $4
