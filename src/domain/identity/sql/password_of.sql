select password, email
from identity.account
where council_id = $1
  and id = $2
