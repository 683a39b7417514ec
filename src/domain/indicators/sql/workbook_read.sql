update indicators.staged_table
set cells = $4, refusal = $5, workbook = null
where council_id = $1 and account_id = $2 and id = $3 and workbook is not null
