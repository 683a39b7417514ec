select cells, mapping, change_set_id, workbook is not null as waiting, job_id, refusal
from strategy.staged_import
where council_id = $1 and account_id = $2 and id = $3
