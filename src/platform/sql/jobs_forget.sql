delete from jobs.job
where finished_at < $1
