select count(*)
from governance.member m
where m.council_id = $1 and m.body_id = $2 and m.function = $3 and m.organisation_id is not distinct from $4
    and m.seat = $5 and m.until_day is null and m.id is distinct from $6
