-- Files of before they were checked.
select council_id, id::text, uploaded_by
from documents.file
where state = 'checking' and check_job is null
order by uploaded_at
limit 100
