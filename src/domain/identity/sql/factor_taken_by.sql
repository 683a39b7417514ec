update identity.account
set factor_taken_by = $3
where council_id = $1
  and id = $2
returning id
