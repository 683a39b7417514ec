-- A commune that came back since keeps its newer line alone.
update territory.membership m
set until = null
where m.council_id = $1 and m.id = $2 and m.until is not null
    and not exists (select from territory.membership later
                    where later.council_id = $1 and later.commune_code = m.commune_code and later.id <> m.id
                        and (later.until is null or later.until > m.until))
returning m.id
