delete from strategy.action_partner
where council_id = $1 and action_id = $2
