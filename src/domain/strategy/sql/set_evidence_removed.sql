-- Nothing when the piece is already so.
update strategy.evidence
set removed_at = $4::timestamptz, removed_by = $5
where council_id = $1 and action_id = $2 and id = $3 and (removed_at is null) <> ($4::timestamptz is null)
returning document_id::text
