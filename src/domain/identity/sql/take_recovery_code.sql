delete from identity.recovery_code
where council_id = $1
  and account_id = $2
  and code_hash = $3
returning account_id
