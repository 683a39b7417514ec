update strategy.staged_import
set change_set_id = $4
where council_id = $1 and account_id = $2 and id = $3 and change_set_id is null
