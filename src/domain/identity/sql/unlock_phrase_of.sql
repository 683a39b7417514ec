select record, sealed_secret, chosen_at
from identity.unlock_phrase
where council_id = $1
  and account_id = $2
