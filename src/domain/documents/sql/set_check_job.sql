update documents.file
set check_job = $3
where council_id = $1 and id = $2::text::uuid and state = 'checking'
