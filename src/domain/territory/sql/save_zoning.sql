insert into territory.zoning (council_id, code, kind, name, valid_from, valid_to, source, note)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (council_id, code) do update
set kind = excluded.kind, name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    source = excluded.source, note = excluded.note
returning id
