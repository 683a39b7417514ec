-- Whether an action that bore this code was deleted.
select exists (select from strategy.action where council_id = $1 and code = $2 and deleted_at is not null)
