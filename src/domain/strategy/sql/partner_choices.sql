select key, coalesce(nullif(short_name, ''), name) as label, archived, kind
from directory_api.organisation
where council_id = $1
order by lower(coalesce(nullif(short_name, ''), name)), id
