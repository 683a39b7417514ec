update documents.file
set removed_at = case when $3 then now() end
where council_id = $1 and id = $2::text::uuid and (removed_at is not null) <> $3
returning 1
