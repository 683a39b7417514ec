delete from strategy.action_organisation
where council_id = $1 and action_id = $2
