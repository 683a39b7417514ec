insert into governance.member
    (council_id, body_id, organisation_id, contact_id, account_id, function, standing, seat, from_day)
select b.council_id, b.id, $3, $4, $5, $6, $7, $8, $9
from governance.body b
where b.council_id = $1 and b.code = $2
returning id
