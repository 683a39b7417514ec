-- Nothing of a file that was not checked.
select kind, bytes
from documents.file
where council_id = $1 and id = $2::text::uuid and removed_at is null and state = 'ready'
