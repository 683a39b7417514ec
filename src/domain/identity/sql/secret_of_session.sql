select coalesce(sealed_secret, ''::bytea)
from identity.session
where council_id = $1
  and account_id = $2
  and id::text = $3
