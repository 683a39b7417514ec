select linked_at
from identity.provider_subject
where council_id = $1
  and account_id = $2
