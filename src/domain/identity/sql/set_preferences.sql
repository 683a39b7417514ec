update identity.account
set language = $3, theme = $4, shortcuts = $5
where council_id = $1
  and id = $2
returning id
