insert into territory.zone
    (council_id, zoning_id, key, code, name, standing, population, commune_code, outline, schematic, to_verify)
values ($1, $2, $3, $4, $5, $6, $7, $8, public.st_multi(public.st_geomfromtext($9, 2154)), $10, $11)
on conflict (zoning_id, key) do update
set code = excluded.code, name = excluded.name, standing = excluded.standing, population = excluded.population,
    commune_code = excluded.commune_code, outline = excluded.outline, schematic = excluded.schematic,
    to_verify = excluded.to_verify
