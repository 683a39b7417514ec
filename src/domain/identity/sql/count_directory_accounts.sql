select count(*)
from identity.account
where council_id = $1
  and directory = 'kept'
  and ($2::text is null or email = $2)
  and ($3::text is null or external_id = $3)
