select e.id, e.at, a.public_id, coalesce(a.display_name, ''), e.act, e.object_kind, e.object, e.outcome = 'p',
       coalesce(about.display_name, ''), coalesce(e.detail ->> 'role', '')
from audit_api.entry e
left join identity_api.account a on a.id = e.account_id and a.council_id = e.council_id
left join identity_api.account about
       on e.object_kind = 'account' and about.id::text = e.object and about.council_id = e.council_id
where e.council_id = $1
  and ($2 = '' or a.public_id::text = $2)
  and starts_with(e.act, $3)
  and ($4::date is null or e.at >= $4::date::timestamp at time zone
       (select c.time_zone from territory_api.council c where c.id = $1))
  and ($5::date is null or e.at < ($5::date + 1)::timestamp at time zone
       (select c.time_zone from territory_api.council c where c.id = $1))
  and ($6::bigint is null or e.id < $6)
order by e.id desc
limit $7
