select id, public_id, email, display_name, external_id, disabled_at is null, closed_by_directory, created_at, changed_at
from identity.account
where council_id = $1
  and directory = 'kept'
  and ($2::text is null or email = $2)
  and ($3::text is null or external_id = $3)
order by id
limit $4 offset $5
