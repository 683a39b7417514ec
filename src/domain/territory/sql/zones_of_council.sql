select z.id, z.key, z.code, z.name, z.standing, z.population, z.commune_code, g.code, g.kind, z.schematic
from territory.zone z
join territory.zoning g on g.id = z.zoning_id
where z.council_id = $1 and (g.valid_from is null or g.valid_from <= $2) and (g.valid_to is null or g.valid_to >= $2)
order by g.kind, g.code, z.name, z.id
