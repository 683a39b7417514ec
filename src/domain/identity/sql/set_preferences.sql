update identity.account
set language = $3, theme = $4, shortcuts = $5, first_steps = $6, skipped_steps = $7
where council_id = $1
  and id = $2
returning id
