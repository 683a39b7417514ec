select workbook
from indicators.staged_table
where council_id = $1 and account_id = $2 and id = $3 and workbook is not null
