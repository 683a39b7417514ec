select m.function, b.code, b.name, b.name_en, coalesce(o.name, ''), coalesce(o.short_name, '')
from governance.member m
join governance.body b on b.id = m.body_id
left join directory_api.organisation o on o.council_id = m.council_id and o.id = m.organisation_id
where m.council_id = $1 and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
order by b.position, m.function, m.id
