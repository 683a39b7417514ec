select id
from identity.account
where council_id = $1
  and email = $2
