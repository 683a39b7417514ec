insert into indicators.sent_table (id, council_id, account_id, group_code, sent_at, workbook, job_id, cells)
values ($1, $2, $3, $4, $5, $6, $7, $8)
