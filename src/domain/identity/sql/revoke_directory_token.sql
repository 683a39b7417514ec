update identity.directory_token
set revoked_at = $3
where council_id = $1
  and id::text = $2
  and revoked_at is null
returning id
