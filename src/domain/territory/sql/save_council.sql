insert into territory.council (slug, name, kind, demonstration)
values ($1, $2, $3, $4)
on conflict (slug) do update
set name = excluded.name, kind = excluded.kind, demonstration = excluded.demonstration
returning id
