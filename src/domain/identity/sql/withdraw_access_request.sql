update identity.access_request
set state = 'withdrawn'
where council_id = $1
  and account_id = $2
  and id::text = $3
  and state = 'open'
returning id
