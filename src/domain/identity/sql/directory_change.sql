update identity.account
set email = $3, display_name = $4, external_id = $5
where council_id = $1
  and id = $2
  and directory = 'kept'
returning id
