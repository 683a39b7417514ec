select state, count(*) from strategy_api.action where council_id = $1 group by state
