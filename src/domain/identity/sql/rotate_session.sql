update identity.session
set token_hash = $4, sealed_secret = $5
where council_id = $1
  and account_id = $2
  and id::text = $3
