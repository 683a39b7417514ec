update identity.submission
set committed = true
where council_id = $1
  and account_id = $2
  and key = $3
  and started_at = $4
