select id, credential_id, rp_id, name, created_at, last_used_at, backed_up, sealed_secret is not null
from identity.passkey
where council_id = $1
  and account_id = $2
order by created_at, id
