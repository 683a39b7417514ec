insert into strategy.axis as kept (council_id, code, scheme, label, label_en, position)
values ($1, $2, $3, $4, $5, $6)
on conflict (council_id, code) do update
set scheme = excluded.scheme, label = excluded.label, label_en = excluded.label_en, position = excluded.position
where (kept.scheme, kept.label, kept.label_en, kept.position)
      is distinct from (excluded.scheme, excluded.label, excluded.label_en, excluded.position)
