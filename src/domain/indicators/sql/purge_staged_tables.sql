delete from indicators.staged_table
where created_at < $1
