update indicators.comment
set removed_at = $4, removed_by = $5, removed_because = $6
where council_id = $1 and indicator_id = $2 and id = $3 and removed_at is null
returning id
