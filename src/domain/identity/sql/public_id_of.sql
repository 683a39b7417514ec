select public_id
from identity.account
where council_id = $1
  and id = $2
