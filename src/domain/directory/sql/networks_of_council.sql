select code, name, purpose
from directory.network
where council_id = $1
order by name, code
