select id, council_id, password
from identity.account
where email = $1
  and disabled_at is null
  and password is not null
