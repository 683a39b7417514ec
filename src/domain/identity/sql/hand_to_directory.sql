update identity.account
set directory = $3
where council_id = $1
  and id = $2
  and directory is distinct from $3
returning id
