-- What leaves by itself, and whether who switched it on may still send today. $2: roles that may. $3: today.
select s.digest_automatic, s.reminders_automatic, coalesce(a.active, false)
    and exists (select from identity_api.mandate d
                where d.council_id = s.council_id and d.account_id = s.set_by and d.role = any ($2)
                and d.from_day <= $3 and (d.until_day is null or d.until_day >= $3))
from notices.setting s
left join identity_api.account a on a.council_id = s.council_id and a.id = s.set_by
where s.council_id = $1
