insert into indicators.staged_table (council_id, account_id, id, workbook, job_id)
values ($1, $2, $3, $4, $5)
