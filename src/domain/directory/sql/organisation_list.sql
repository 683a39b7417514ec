select o.id, o.key, o.name, o.short_name, o.kind, o.phone, o.website, o.archived_at is not null,
    coalesce(array_agg(n.name order by n.name) filter (where n.id is not null), '{}'), count(*) over ()
from directory.organisation o
left join directory.network_member m on m.organisation_id = o.id
left join directory.network n on n.id = m.network_id
where o.council_id = $1
    and ($2 = '' or position($2 in o.search) > 0)
    and ($3 = '' or o.kind = $3)
    and ($4 = '' or exists (
        select from directory.network_member inner_m
        join directory.network inner_n on inner_n.id = inner_m.network_id
        where inner_m.organisation_id = o.id and inner_n.code = $4))
    and (o.archived_at is not null) = $5
group by o.id
order by o.search, o.id
limit $6 offset $7
