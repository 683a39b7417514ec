update directory.organisation
set name = $4, short_name = $5, kind = $6, address = $7, phone = $8, website = $9, note = $10, search = $11,
    version = version + 1
where council_id = $1 and key = $2 and version = $3
returning id
