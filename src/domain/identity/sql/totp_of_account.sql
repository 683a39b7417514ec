-- Locked: two requests never take the same code.
select secret, confirmed_at, last_step
from identity.totp
where council_id = $1
  and account_id = $2
for update
