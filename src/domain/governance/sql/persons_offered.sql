select 'account', a.id, a.display_name, '', ''
from identity_api.account a
where a.council_id = $1 and a.active
union all
select 'contact', c.id, c.name, c.function, coalesce(nullif(o.short_name, ''), o.name)
from directory_api.contact c
join directory_api.organisation o on o.council_id = c.council_id and o.id = c.organisation_id
where c.council_id = $1 and not c.removed and not o.archived
order by 1, 3, 4, 2
