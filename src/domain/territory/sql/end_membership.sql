update territory.membership
set until = $3::date
where council_id = $1 and id = $2 and until is null and (since is null or since < $3::date)
returning id
