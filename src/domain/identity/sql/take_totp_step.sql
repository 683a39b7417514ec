update identity.totp
set last_step = $3
where council_id = $1
  and account_id = $2
  and last_step < $3
returning account_id
