-- Held until the end of the transaction: what If-Match compared stays true.
select id, public_id, email, display_name, external_id, disabled_at is null, closed_by_directory, created_at, changed_at
from identity.account
where council_id = $1
  and directory = 'kept'
  and public_id::text = $2
for update
