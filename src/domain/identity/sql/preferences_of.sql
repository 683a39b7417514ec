select language, theme, shortcuts
from identity.account
where council_id = $1
  and id = $2
