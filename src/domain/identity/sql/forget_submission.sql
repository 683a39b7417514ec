delete from identity.submission
where account_id = $1
  and key = $2
