select m.id, c.code, c.name, m.standing, m.since, m.until, m.source
from territory.membership m
join territory.commune c on c.council_id = m.council_id and c.code = m.commune_code
where m.council_id = $1
order by c.position, m.since nulls first, m.id
