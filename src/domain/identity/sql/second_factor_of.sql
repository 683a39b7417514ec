select t.confirmed_at,
       (select count(*) from identity.recovery_code r where r.council_id = $1 and r.account_id = $2)
from identity.totp t
where t.council_id = $1
  and t.account_id = $2
  and t.confirmed_at is not null
