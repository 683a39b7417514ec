update identity.submission
set started_at = $5
where council_id = $1
  and account_id = $2
  and key = $3
  and started_at = $4
  and not committed
returning key
