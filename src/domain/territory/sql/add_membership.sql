-- Nothing for a commune that the council does not know.
insert into territory.membership (council_id, commune_code, standing, since, source)
select council_id, code, $3, $4::date, $5
from territory.commune
where council_id = $1 and code = $2
returning id
