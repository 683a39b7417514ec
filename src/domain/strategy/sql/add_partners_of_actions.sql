insert into strategy.action_partner (council_id, action_id, name)
select $1, action_id, name
from unnest($2::bigint[], $3::text[]) as given (action_id, name)
on conflict do nothing
