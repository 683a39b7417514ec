-- An attempt is counted before it is made: a worker that dies in it has had it.
update mail.delivery
set attempts = attempts + 1, try_at = $3
where council_id = $1 and id = $2 and state = 'waiting'
