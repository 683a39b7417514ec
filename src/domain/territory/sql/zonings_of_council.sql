select id, code, kind, name, valid_from, valid_to, source, note
from territory.zoning
where council_id = $1
order by kind, valid_from desc nulls first, code
