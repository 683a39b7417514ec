-- Who had left comes back to the same account, without a mandate: those of before were ended.
update identity.account
set directory = 'kept', display_name = $3, external_id = $4,
    disabled_at = null, closed_by_directory = false
where council_id = $1
  and email = $2
  and directory = 'left'
  and closed_by_directory
returning id
