insert into strategy.change (council_id, change_set_id, action_id, step_id, part_id, field, old, new)
select $1, $2, action_id, nullif(step_id, 0), nullif(part_id, 0), field, old, new
from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[])
     with ordinality as given (action_id, step_id, part_id, field, old, new, rank)
order by rank
