insert into audit.entry (council_id, account_id, act, object_kind, object, outcome, detail)
values ($1, $2, $3, $4, $5, $6, $7::jsonb)
