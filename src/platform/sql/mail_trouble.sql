update mail.delivery
set trouble = $3, code = $4
where council_id = $1 and id = $2 and state = 'waiting'
