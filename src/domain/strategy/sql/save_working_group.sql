insert into strategy.working_group as kept (council_id, code, name, name_en, position)
values ($1, $2, $3, $4, $5)
on conflict (council_id, code) do update
set name = excluded.name, name_en = excluded.name_en, position = excluded.position
where (kept.name, kept.name_en, kept.position) is distinct from (excluded.name, excluded.name_en, excluded.position)
