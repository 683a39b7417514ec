select coalesce(sealed_secret, ''::bytea)
from identity.key_pair
where council_id = $1
  and account_id = $2
