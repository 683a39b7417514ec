select m.id, m.function, o.key, coalesce(nullif(o.short_name, ''), o.name), m.standing, m.seat, m.from_day, m.until_day,
    m.college, m.account_id, m.contact_id, coalesce(a.display_name, nullif(c.name, '')),
    m.fictional or coalesce(a.fictional, false) or coalesce(c.fictional, false), m.replaces
from governance.member m
left join directory_api.organisation o on o.council_id = m.council_id and o.id = m.organisation_id
left join identity_api.account a on a.council_id = m.council_id and a.id = m.account_id
left join directory_api.contact c on c.council_id = m.council_id and c.id = m.contact_id and not c.removed
where m.council_id = $1 and m.body_id = $2
    and ($4 or m.until_day is null or m.until_day >= $3)
order by m.seat desc, m.standing, o.name nulls first, m.function, m.from_day desc, m.id
