-- The organisations of these keys that are not archived, who gives their figures today, and when they were reminded
-- last. $2: keys. $3: today. $4: roles that may fill; who sits there in another one is not written to.
select o.key, o.id, o.name,
    coalesce(array_agg(distinct a.id) filter (where a.id is not null), '{}'),
    (select max(r.sent_at) from notices.reminder r where r.council_id = o.council_id and r.organisation_id = o.id)
from directory_api.organisation o
left join identity_api.mandate d on d.council_id = o.council_id and d.organisation_id = o.id
    and d.role = any ($4) and d.from_day <= $3 and (d.until_day is null or d.until_day >= $3)
left join identity_api.account a on a.council_id = d.council_id and a.id = d.account_id and a.active
    and not exists (select from notices.opt_out n where n.account_id = a.id and n.kind = 'reminder')
where o.council_id = $1 and o.key = any ($2) and not o.archived
group by o.council_id, o.key, o.id, o.name
order by o.name, o.id
