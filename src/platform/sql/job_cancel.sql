update jobs.job
set cancel_asked = true,
    state = case when state = 'waiting' then 'cancelled' else state end,
    finished_at = case when state = 'waiting' then $4::timestamptz end
where council_id = $1
and account_id = $2
and id = $3
and state in ('waiting', 'running')
