select least(t.confirmed_at, p.first_at),
       (select count(*) from identity.recovery_code r where r.council_id = $1 and r.account_id = $2),
       t.confirmed_at is not null, p.number
from (select min(created_at) as first_at, count(*) as number
      from identity.passkey
      where council_id = $1
        and account_id = $2) p
left join identity.totp t on t.council_id = $1 and t.account_id = $2 and t.confirmed_at is not null
where t.confirmed_at is not null
   or p.number > 0
