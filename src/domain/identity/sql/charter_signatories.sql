-- Those whose access the charter holds: open accounts with a mandate of today. Who has not signed comes first.
select a.display_name, a.public_id, signed.signed_at, early.signed_at, count(*) over (), count(signed.id) over (),
       count(early.id) over ()
from identity.account a
left join identity.charter_signature signed
    on signed.council_id = a.council_id and signed.account_id = a.id and signed.version = $2::bigint
   and signed.withdrawn_at is null
left join identity.charter_signature early
    on early.council_id = a.council_id and early.account_id = a.id and early.version = $3::bigint and early.withdrawn_at is null
where a.council_id = $1
  and a.disabled_at is null
  and exists (select from identity.mandate m
              where m.council_id = a.council_id
                and m.account_id = a.id
                and m.confirmed_at is not null
                and m.from_day <= $4
                and (m.until_day is null or m.until_day >= $4))
order by signed.id is not null, early.id is not null, a.display_name, a.id
limit $5 offset $6
