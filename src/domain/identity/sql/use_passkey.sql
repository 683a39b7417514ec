update identity.passkey
set sign_count = $4, backed_up = $5, last_used_at = $6
where council_id = $1
  and account_id = $2
  and id::text = $3
