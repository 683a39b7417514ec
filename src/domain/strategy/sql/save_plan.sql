insert into strategy.plan as kept (council_id, code, title, title_en, adopted, first_year, last_year, ends, source,
                                   source_en, parents)
values ($1, $2, $3, $4, $5::date, $6, $7, $8::date, $9, $10, $11::text[])
on conflict (council_id, code) do update
set title = excluded.title, title_en = excluded.title_en, adopted = excluded.adopted,
    first_year = excluded.first_year, last_year = excluded.last_year, source = excluded.source,
    ends = excluded.ends, source_en = excluded.source_en, parents = excluded.parents
where (kept.title, kept.title_en, kept.adopted, kept.first_year, kept.last_year, kept.ends, kept.source,
       kept.source_en, kept.parents)
      is distinct from (excluded.title, excluded.title_en, excluded.adopted, excluded.first_year,
                        excluded.last_year, excluded.ends, excluded.source, excluded.source_en,
                        excluded.parents)
