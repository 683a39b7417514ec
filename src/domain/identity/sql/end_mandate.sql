update identity.mandate
set until_day = $3
where council_id = $1
  and id = $2
  and (until_day is null or until_day > $3)
returning account_id
