update indicators.staged_table
set cells = $4
where council_id = $1 and account_id = $2 and id = $3 and workbook is null
