delete from identity.passkey
where council_id = $1
  and account_id = $2
  and id::text = $3
returning id
