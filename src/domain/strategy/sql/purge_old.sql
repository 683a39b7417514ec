with old_drafts as (delete from strategy.draft where saved_at < $2)
delete from strategy.staged_import
where created_at < $1
