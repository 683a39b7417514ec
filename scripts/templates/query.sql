select id
from SLICE.thing
where council_id = $1
