update identity.account
set directory = 'left'
where council_id = $1
  and id = $2
  and directory = 'kept'
returning id
