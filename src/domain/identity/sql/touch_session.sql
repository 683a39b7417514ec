update identity.session
set seen_at = $2
where token_hash = $1
