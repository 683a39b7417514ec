delete from jobs.result
where expires_at <= $1
