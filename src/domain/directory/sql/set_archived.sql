update directory.organisation
set archived_at = case when $3 then now() end, version = version + 1
where council_id = $1 and key = $2 and (archived_at is not null) <> $3
returning id
