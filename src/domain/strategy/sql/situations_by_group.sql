-- How the actions of each group stand. $2: today. $3: when news get old.
select coalesce(working_group, ''), count(*), count(*) filter (where state = 'done'),
    count(*) filter (where state in ('to_start', 'under_way')),
    count(*) filter (where state in ('to_start', 'under_way') and least(due, next_step_due) < $2::date),
    count(*) filter (where state in ('under_way', 'suspended')),
    count(*) filter (where state in ('under_way', 'suspended') and news_at < $3::timestamptz),
    coalesce(sum(progress), 0)::bigint
from strategy.action_row
where council_id = $1 and not deleted
group by 1
order by 1
