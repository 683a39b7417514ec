update identity.submission
set status = $4, location = $5, body = $6
where council_id = $1
  and account_id = $2
  and key = $3
