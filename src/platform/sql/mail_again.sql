-- What was given up starts anew, at the hand of somebody who mended the cause.
update mail.delivery
set state = 'waiting', attempts = 0, try_at = $3, finished_at = null
where council_id = $1 and id = $2 and state in ('refused', 'given_up', 'no_address')
returning id
