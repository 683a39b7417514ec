select handle
from identity.passkey_user
where council_id = $1
  and account_id = $2
