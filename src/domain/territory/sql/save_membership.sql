insert into territory.membership (council_id, commune_code, standing, since, until, source)
values ($1, $2, $3, $4, $5, $6)
on conflict (council_id, commune_code) do update
set standing = excluded.standing, since = excluded.since, until = excluded.until, source = excluded.source
