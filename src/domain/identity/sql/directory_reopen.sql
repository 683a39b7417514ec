update identity.account
set disabled_at = null, closed_by_directory = false
where council_id = $1
  and id = $2
  and closed_by_directory
returning id
