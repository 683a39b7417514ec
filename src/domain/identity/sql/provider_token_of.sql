select account_id, provider_token
from identity.session
where token_hash = $1
  and provider_token is not null
