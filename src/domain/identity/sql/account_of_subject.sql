select a.council_id, a.id
from identity.provider_subject p
join identity.account a on a.id = p.account_id
where p.fingerprint = $1
  and a.disabled_at is null
