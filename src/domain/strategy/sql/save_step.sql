update strategy.step
set title = $4, title_en = $5, weight = $6, due = $7::date, done_at = $8::date, position = $9,
    deleted_at = case when $10::boolean then coalesce(deleted_at, now()) end
where council_id = $1 and action_id = $2 and id = $3
