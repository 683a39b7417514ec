insert into directory.network_member (council_id, network_id, organisation_id)
select n.council_id, n.id, $2
from directory.network n
where n.council_id = $1 and n.code = any($3)
