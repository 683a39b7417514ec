select id, function, name, email, phone, basis, informed_on, fictional
from directory.contact
where council_id = $1 and organisation_id = $2 and removed_at is null
order by function, id
