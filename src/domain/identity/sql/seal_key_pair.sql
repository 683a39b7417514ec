update identity.key_pair
set sealed_secret = $3
where council_id = $1
  and account_id = $2
