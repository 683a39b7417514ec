delete from identity.half_sign_in
where account_id = $1
