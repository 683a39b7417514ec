-- A mandate that has an end takes no other one.
update governance.member m
set until_day = $4
from governance.body b
where m.council_id = $1 and b.id = m.body_id and b.code = $2 and m.id = $3 and m.until_day is null and m.from_day <= $4
returning m.id
