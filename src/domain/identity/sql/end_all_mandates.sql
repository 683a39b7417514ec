-- Those to come have no day at all: they end the day before they begin.
update identity.mandate
set until_day = greatest(from_day - 1, $3::date)
where council_id = $1
  and account_id = $2
  and (until_day is null or until_day > greatest(from_day - 1, $3::date))
