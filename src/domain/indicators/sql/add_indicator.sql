insert into indicators.indicator (council_id, code, group_code, position)
values ($1, $2, nullif($3, ''), (select coalesce(max(position), 0) + 1 from indicators.indicator where council_id = $1))
returning id
