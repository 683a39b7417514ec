update identity.account
set disabled_at = $3, closed_by_directory = true
where council_id = $1
  and id = $2
  and disabled_at is null
returning id
