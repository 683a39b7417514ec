update strategy.action
set fictional = $3::boolean
where council_id = $1 and id = $2
