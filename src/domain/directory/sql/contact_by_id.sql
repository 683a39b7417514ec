select c.id, c.function, c.name, c.email, c.phone, c.basis, c.informed_on, c.fictional
from directory.contact c
join directory.organisation o on o.id = c.organisation_id
where c.council_id = $1 and o.key = $2 and c.id = $3 and c.removed_at is null
