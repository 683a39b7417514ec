-- Who sits among the elected officials on that day, signs in with a mandate in force and has not declined.
select distinct a.id, a.display_name
from governance_api.member m
join identity_api.account a on a.council_id = m.council_id and a.id = m.account_id and a.active
where m.council_id = $1 and m.college = 'elected'
and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
and exists (select from identity_api.mandate d
            where d.council_id = a.council_id and d.account_id = a.id
            and d.from_day <= $2 and (d.until_day is null or d.until_day >= $2))
and not exists (select from notices.opt_out o where o.account_id = a.id and o.kind = 'digest')
order by a.display_name, a.id
