select id, title, kind, size_bytes, uploaded_by, uploaded_at
from documents.file
where council_id = $1 and id::text = any($2) and removed_at is null
order by uploaded_at, id
