delete from identity.session
where token_hash = $1
returning council_id, account_id
