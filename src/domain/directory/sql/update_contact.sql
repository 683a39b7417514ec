update directory.contact c
set function = $4, name = $5, email = $6, phone = $7, basis = $8, informed_on = $9
from directory.organisation o
where c.council_id = $1 and o.id = c.organisation_id and o.key = $2 and c.id = $3 and c.removed_at is null
returning c.id
