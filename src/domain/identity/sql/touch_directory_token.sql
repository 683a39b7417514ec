update identity.directory_token
set last_used_at = $3
where council_id = $1
  and id::text = $2
