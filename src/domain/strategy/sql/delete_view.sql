delete from strategy.saved_view
where council_id = $1 and account_id = $2 and id = $3
