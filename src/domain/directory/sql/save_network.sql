insert into directory.network (council_id, code, name, purpose)
values ($1, $2, $3, $4)
on conflict (council_id, code) do update
set name = excluded.name, purpose = excluded.purpose
