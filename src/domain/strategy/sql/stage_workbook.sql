insert into strategy.staged_import (id, council_id, account_id, workbook, job_id)
values ($1, $2, $3, $4, $5)
