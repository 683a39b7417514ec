update identity.passkey
set sealed_secret = $4
where council_id = $1
  and account_id = $2
  and id::text = $3
