-- With the pair that they opened.
update identity.passkey
set sealed_secret = null
where council_id = $1
  and account_id = $2
  and sealed_secret is not null
