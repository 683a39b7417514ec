select s.digest_automatic, s.reminders_automatic, coalesce(a.active, false)
from notices.setting s
left join identity_api.account a on a.council_id = s.council_id and a.id = s.set_by
where s.council_id = $1
