select cells, workbook is not null as waiting, job_id, refusal, written
from indicators.sent_table
where council_id = $1 and account_id = $2 and id = $3 and group_code = $4
