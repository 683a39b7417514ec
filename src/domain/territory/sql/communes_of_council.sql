select c.code, c.name, c.aliases, c.population, m.standing,
    exists (
        select from territory.zone z
        join territory.zoning g on g.id = z.zoning_id
        where z.council_id = c.council_id and z.commune_code = c.code and g.kind = 'qpv' and z.standing = 'zone'
            and (g.valid_from is null or g.valid_from <= $2) and (g.valid_to is null or g.valid_to >= $2)
    ) as has_qpv
from territory.commune c
left join territory.membership m on m.council_id = c.council_id and m.commune_code = c.code
    and (m.since is null or m.since <= $2) and (m.until is null or m.until > $2)
where c.council_id = $1
order by c.position, c.code
