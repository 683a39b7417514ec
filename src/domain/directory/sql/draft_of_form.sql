select body, saved_at
from directory.draft
where council_id = $1 and account_id = $2 and form = $3
