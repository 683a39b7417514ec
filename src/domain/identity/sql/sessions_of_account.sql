select id, created_at, seen_at, agent
from identity.session
where council_id = $1
  and account_id = $2
order by seen_at desc
