update strategy.action
set news_at = $3::timestamptz
where council_id = $1 and id = $2
