update identity.mandate
set until_day = $4
where council_id = $1
  and account_id = $2
  and public_id::text = $3
  and (until_day is null or until_day > $4)
returning account_id
