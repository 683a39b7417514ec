insert into territory.commune
    (council_id, code, name, aliases, siren, epci_siren, population, source, position)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (council_id, code) do update
set name = excluded.name, aliases = excluded.aliases, siren = excluded.siren, epci_siren = excluded.epci_siren,
    population = excluded.population, source = excluded.source, position = excluded.position
