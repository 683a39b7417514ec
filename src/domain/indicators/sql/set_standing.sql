update indicators.indicator
set standing = $3, agreed_on = $4, agreed_in = $5, agreed_body = nullif($6, '')
where council_id = $1 and id = $2
returning id
