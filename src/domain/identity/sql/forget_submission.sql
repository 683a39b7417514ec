delete from identity.submission
where council_id = $1
  and account_id = $2
  and key = $3
  and not committed
