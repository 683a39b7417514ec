update indicators.sent_table
set written = $4
where council_id = $1 and account_id = $2 and id = $3 and written is null
returning id
