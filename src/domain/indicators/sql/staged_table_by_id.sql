select cells, workbook is not null as waiting, job_id, refusal
from indicators.staged_table
where council_id = $1 and account_id = $2 and id = $3
