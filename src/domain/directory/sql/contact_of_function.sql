select c.id
from directory.contact c
where c.council_id = $1 and c.organisation_id = $2 and c.function = $3 and c.removed_at is null
order by c.id
limit 1
