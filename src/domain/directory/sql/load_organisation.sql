insert into directory.organisation (council_id, key, name, short_name, kind, address, phone, website, note, search)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (council_id, key) do update
set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, address = excluded.address,
    phone = excluded.phone, website = excluded.website, note = excluded.note, search = excluded.search
returning id
