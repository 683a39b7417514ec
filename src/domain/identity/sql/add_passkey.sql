-- Ten for an account; none twice, whoever has it.
insert into identity.passkey
    (council_id, account_id, credential_id, public_key, rp_id, sign_count, backup_eligible, backed_up, name,
     sealed_secret, created_at)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
where (select count(*) from identity.passkey p where p.council_id = $1 and p.account_id = $2) < 10
on conflict (credential_id) do nothing
returning id
