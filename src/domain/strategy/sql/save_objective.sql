insert into strategy.objective as kept (council_id, code, title, title_en, position)
values ($1, $2, $3, $4, $5)
on conflict (council_id, code) do update
set title = excluded.title, title_en = excluded.title_en, position = excluded.position
where (kept.title, kept.title_en, kept.position) is distinct from (excluded.title, excluded.title_en, excluded.position)
