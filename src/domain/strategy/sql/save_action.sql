-- Nothing is written when somebody else saved since version $3 was read.
update strategy.action
set code = $4, domain = $5, objective = $6, working_group = $7, title = $8, title_en = $9, summary = $10,
    summary_en = $11, state = $12, state_reason = $13, pilot = $14, quartiers = $15::text[], starts = $16::date,
    due = $17::date, progress = $18, next_step_due = $19::date, search = $20,
    deleted_at = case when $21::boolean then coalesce(deleted_at, now()) end,
    version = version + 1
where council_id = $1 and id = $2 and version = $3
