select id
from identity_api.account
where council_id = $1 and id = $2 and active
