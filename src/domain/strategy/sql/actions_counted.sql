-- How many actions match, by state and alarm: the figures of the filters. $9 today, $10 when news get old. $11: a partner's key.
select state,
       coalesce(state in ('to_start', 'under_way') and least(due, next_step_due) < $9::date, false) as late,
       coalesce(state in ('to_start', 'under_way')
                and least(due, next_step_due) between $9::date and $9::date + 14, false) as due14,
       coalesce(state in ('to_start', 'under_way')
                and least(due, next_step_due) between $9::date and $9::date + 30, false) as due30,
       state in ('under_way', 'suspended') and news_at < $10::timestamptz as silent,
       count(*),
       sum(progress)::bigint
from strategy.action_row
where council_id = $1
  and not deleted
  and ($2 = '' or search like '%' || $2 || '%')
  and ($3 = '' or domain = $3)
  and ($4 = '' or objective = $4)
  and ($5 = '' or working_group = $5)
  and ($6 = '' or pilot = $6)
  and ($7 = '' or $7 = any (axes))
  and ($8 = '' or $8 = any (quartiers))
  and ($11 = '' or $11 = any (organisations))
group by 1, 2, 3, 4, 5
