delete from identity.half_sign_in
where token_hash = $1
