select z.id, z.key, z.code, z.name, z.standing, z.population, z.commune_code, g.code, g.kind, z.schematic, z.to_verify
from territory.zone z
join territory.zoning g on g.id = z.zoning_id
where z.council_id = $1 and g.code = $2
order by z.standing desc, z.name, z.id
