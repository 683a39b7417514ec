insert into directory.organisation (council_id, key, name, short_name, kind, address, phone, website, note, search)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning id
