select h.council_id, h.account_id, coalesce(h.sealed_secret, ''::bytea), h.failures,
       coalesce(h.provider_token, ''::bytea)
from identity.half_sign_in h
join identity.account a on a.id = h.account_id
where h.token_hash = $1
  and h.started_at > $2
  and a.disabled_at is null
