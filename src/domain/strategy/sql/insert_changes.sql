insert into strategy.change (council_id, change_set_id, action_id, step_id, field, old, new)
select $1, $2, action_id, nullif(step_id, 0), field, old, new
from unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[])
     with ordinality as given (action_id, step_id, field, old, new, rank)
order by rank
