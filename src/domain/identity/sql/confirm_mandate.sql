update identity.mandate m
set confirmed_by = $4, confirmed_at = $5
from identity.account a
where m.council_id = $1
  and m.account_id = $2
  and m.public_id::text = $3
  and m.confirmed_at is null
  and m.account_id <> $4
  and m.given_by is distinct from $4
  and a.id = m.account_id
  and a.opened_by is distinct from $4
  and a.factor_taken_by is distinct from $4
  and a.password is not null
  and a.disabled_at is null
returning m.account_id
