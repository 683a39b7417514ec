update governance.prefect_record
set withdrawn_at = case when $3::boolean then now() end
where council_id = $1 and id = $2 and (withdrawn_at is not null) <> $3::boolean
returning id
