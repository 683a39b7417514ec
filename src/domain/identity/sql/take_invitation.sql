with taken as (
    delete from identity.invitation
    where code_hash = $1
      and expires_at > $2
    returning account_id, given_by)
update identity.account a
set password = $3, opened_by = taken.given_by, factor_taken_by = null
from taken
where a.id = taken.account_id
  and a.disabled_at is null
returning a.opened_by
