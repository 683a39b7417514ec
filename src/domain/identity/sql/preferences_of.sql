select language, theme, shortcuts, first_steps, skipped_steps
from identity.account
where council_id = $1
  and id = $2
