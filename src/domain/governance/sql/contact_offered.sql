select organisation_id
from directory_api.contact
where council_id = $1 and id = $2 and not removed
