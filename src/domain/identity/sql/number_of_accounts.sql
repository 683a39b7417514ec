select count(*)
from identity.account
where council_id = $1
