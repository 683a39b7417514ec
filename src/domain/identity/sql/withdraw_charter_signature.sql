update identity.charter_signature
set withdrawn_at = $4
where council_id = $1
  and account_id = $2
  and version = $3
  and withdrawn_at is null
returning version
