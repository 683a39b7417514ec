-- Counts per value of one dimension, those without one last. $2: which. $3: today.
select coalesce(value, ''), count(*), sum(progress)::bigint,
       count(*) filter (where state in ('to_start', 'under_way') and least(due, next_step_due) < $3::date),
       count(*) filter (where state = 'done')
from (select case $2
                 when 'objective' then objective
                 when 'group' then working_group
                 when 'domain' then domain
                 when 'pilot' then pilot
                 when 'state' then state
             end as value, state, progress, due, next_step_due
      from strategy.action_row
      where council_id = $1 and not deleted and $2 <> 'quartier'
      union all
      select quartier, state, progress, due, next_step_due
      from strategy.action_row
      cross join lateral unnest(quartiers) as quartier
      where council_id = $1 and not deleted and $2 = 'quartier') as valued
group by 1
order by coalesce(value, '') = '', 1
