select kind, bytes
from documents.file
where council_id = $1 and id = $2::text::uuid and state = 'checking'
