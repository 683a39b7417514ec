select exists (select from strategy_api.working_group where council_id = $1 and code = $2)
