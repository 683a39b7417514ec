insert into identity.recovery_code (code_hash, council_id, account_id)
values ($3, $1, $2)
