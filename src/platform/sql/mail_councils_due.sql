-- The councils with a mail that is due, unless a job is on its way already.
select distinct d.council_id
from mail.delivery d
where d.state = 'waiting' and d.try_at <= $1
and not exists (select from jobs.job where kind = $2 and state in ('waiting', 'running'))
order by d.council_id
