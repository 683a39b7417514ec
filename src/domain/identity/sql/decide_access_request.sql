update identity.access_request
set state = $3, decided_by = $4, decided_at = $5, answer = $6
where council_id = $1
  and id::text = $2
  and state = 'open'
  and account_id <> $4
returning id
