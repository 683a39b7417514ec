insert into strategy.commitment as kept (council_id, code, kind, title, title_en, source, position)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (council_id, code) do update
set kind = excluded.kind, title = excluded.title, title_en = excluded.title_en, source = excluded.source,
    position = excluded.position
where (kept.kind, kept.title, kept.title_en, kept.source, kept.position)
      is distinct from (excluded.kind, excluded.title, excluded.title_en, excluded.source, excluded.position)
