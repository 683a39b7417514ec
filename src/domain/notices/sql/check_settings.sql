-- The councils that send by themselves and were not looked at on this day: each once.
update notices.setting
set checked_on = $1
where (digest_automatic or reminders_automatic) and (checked_on is null or checked_on < $1)
returning council_id, set_by
