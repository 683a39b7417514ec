delete from strategy.budget_line
where council_id = $1 and action_id = $2 and id = $3
