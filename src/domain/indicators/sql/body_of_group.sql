-- The body in whose meetings a group decides, when $3 is one.
select exists (select from governance_api.body where council_id = $1 and strategy_group = $2 and code = $3)
