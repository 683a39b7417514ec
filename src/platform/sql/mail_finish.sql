update mail.delivery
set state = $3, trouble = $4, code = $5, finished_at = $6
where council_id = $1 and id = $2 and state = 'waiting'
