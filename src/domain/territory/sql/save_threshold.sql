insert into territory.legal_threshold (council_id, name, value, valid_from, valid_to, article, source, to_verify)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (council_id, name, valid_from) do update
set value = excluded.value, valid_to = excluded.valid_to, article = excluded.article, source = excluded.source,
    to_verify = excluded.to_verify
