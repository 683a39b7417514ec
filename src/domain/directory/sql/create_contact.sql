insert into directory.contact (council_id, organisation_id, function, name, email, phone, fictional, basis, informed_on)
select o.council_id, o.id, $3, $4, $5, $6, $7, $8, $9
from directory.organisation o
where o.council_id = $1 and o.key = $2
returning id
