select count(distinct b.id), count(m.id)
from governance.body b
left join governance.member m
    on m.body_id = b.id and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
where b.council_id = $1
