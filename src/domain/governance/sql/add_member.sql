insert into governance.member
    (council_id, body_id, organisation_id, contact_id, account_id, function, standing, seat, from_day, until_day, college,
     fictional, replaces)
select b.council_id, b.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
from governance.body b
where b.council_id = $1 and b.code = $2
returning id
