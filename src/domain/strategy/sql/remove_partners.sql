-- All but $3.
delete from strategy.action_partner
where council_id = $1 and action_id = $2 and name <> all ($3::text[])
