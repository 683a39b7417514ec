insert into strategy.record (council_id, action_id, kind, title, title_en, unit, unit_en, target)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (action_id, title) do update
set title_en = excluded.title_en
returning id
