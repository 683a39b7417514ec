update identity.account
set password = $3
where council_id = $1
  and id = $2
returning id
