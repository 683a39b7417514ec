insert into strategy.action_axis (council_id, action_id, axis)
select $1, $2, unnest($3::text[])
