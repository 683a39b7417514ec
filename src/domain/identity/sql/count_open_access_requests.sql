select count(*)
from identity.access_request
where council_id = $1
  and state = 'open'
  and account_id <> $2
