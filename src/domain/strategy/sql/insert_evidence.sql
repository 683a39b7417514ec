insert into strategy.evidence (council_id, action_id, document_id, step_id, title, search, at, account_id, author)
values ($1, $2, $3::text::uuid, $4, $5, $6, $7, $8, $9)
returning id
