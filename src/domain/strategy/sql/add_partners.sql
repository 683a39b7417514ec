insert into strategy.action_partner (council_id, action_id, name)
select $1, $2, unnest($3::text[])
on conflict do nothing
