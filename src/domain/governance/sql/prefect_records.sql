select id, told_on, subject
from governance.prefect_record
where council_id = $1 and withdrawn_at is null
order by told_on desc, id desc
limit 50
