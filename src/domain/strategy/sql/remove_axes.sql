delete from strategy.action_axis
where council_id = $1 and action_id = $2
