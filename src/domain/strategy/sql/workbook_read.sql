update strategy.staged_import
set cells = $4, mapping = $5, refusal = $6, workbook = null
where council_id = $1 and account_id = $2 and id = $3 and workbook is not null
