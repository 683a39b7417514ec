select count(*)
from territory.membership
where council_id = $1
  and (since is null or since <= $2)
  and (until is null or until > $2)
