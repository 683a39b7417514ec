-- Those that wait first, the oldest on top; then those that were answered, the latest on top.
select r.id, r.account_id, coalesce(asking.display_name, ''), coalesce(asking.public_id::text, ''), r.role, r.on_behalf,
       r.reason, r.asked_at, r.state, r.decided_at, coalesce(deciding.display_name, ''), r.answer
from identity.access_request r
left join identity.known_account asking on asking.account_id = r.account_id and asking.council_id = r.council_id
left join identity.known_account deciding on deciding.account_id = r.decided_by and deciding.council_id = r.council_id
where r.council_id = $1
  and ($2::bigint is null or r.account_id = $2)
  and ($3::text is null or r.id::text = $3)
order by r.state <> 'open', case when r.state = 'open' then r.asked_at end, r.asked_at desc, r.id
limit $4
