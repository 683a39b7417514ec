update identity.submission
set status = $3, location = $4, body = $5
where account_id = $1
  and key = $2
