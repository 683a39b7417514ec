delete from identity.session
where token_hash = $1
