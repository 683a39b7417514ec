update identity.mandate
set confirmed_by = null, confirmed_at = null
where council_id = $1
  and account_id = $2
  and confirmed_at is not null
