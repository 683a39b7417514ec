insert into strategy.domain as kept (council_id, code, label, label_en, position)
values ($1, $2, $3, $4, $5)
on conflict (council_id, code) do update
set label = excluded.label, label_en = excluded.label_en, position = excluded.position
where (kept.label, kept.label_en, kept.position) is distinct from (excluded.label, excluded.label_en, excluded.position)
