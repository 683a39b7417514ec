select request_hash, status, location, body, committed, started_at
from identity.submission
where council_id = $1
  and account_id = $2
  and key = $3
