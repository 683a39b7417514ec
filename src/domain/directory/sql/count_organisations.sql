select count(*)
from directory.organisation
where council_id = $1 and archived_at is null
