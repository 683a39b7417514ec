select id, key, name, short_name, kind
from directory.organisation
where council_id = $1 and archived_at is null
order by search, id
