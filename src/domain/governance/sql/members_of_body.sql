select m.id, m.function, o.key, coalesce(nullif(o.short_name, ''), o.name), m.standing, m.seat, m.from_day, m.until_day
from governance.member m
left join directory_api.organisation o on o.council_id = m.council_id and o.id = m.organisation_id
where m.council_id = $1 and m.body_id = $2
    and ($4 or m.until_day is null or m.until_day >= $3)
order by m.seat desc, m.standing, o.name nulls first, m.function, m.id
