-- Locked: of two proofs at once, the second sees the count of the first.
select p.id, p.council_id, p.account_id, p.public_key, p.sign_count, p.backup_eligible,
       coalesce(p.sealed_secret, ''::bytea), u.handle
from identity.passkey p
join identity.account a on a.id = p.account_id
join identity.passkey_user u on u.account_id = p.account_id
where p.credential_id = $1
  and p.rp_id = $2
  and a.disabled_at is null
  and a.password is not null
for update of p
