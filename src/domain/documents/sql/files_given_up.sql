-- Their check ended without a word: cancelled, or its worker died each time.
select f.council_id, f.id::text
from documents.file f
where f.state = 'checking' and f.check_job is not null
and not exists (select from jobs.job where id = f.check_job and state in ('waiting', 'running'))
order by f.uploaded_at
limit 100
