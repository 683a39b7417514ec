-- One page of the tracking table. $2 to $8: filters, '' for none. $9: state. $10: alarm, with $11 today and
-- $12 the moment before which news are old. $13: order; $14: descending. $17: a partner's key.
-- "Late" here and strategy::is_late say the same: a test compares them.
select *
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
  and ($9 = '' or state = $9)
  and ($17 = '' or $17 = any (organisations))
  and ($10 = ''
       or ($10 = 'late' and state in ('to_start', 'under_way') and least(due, next_step_due) < $11::date)
       or ($10 = 'due14' and state in ('to_start', 'under_way')
           and least(due, next_step_due) between $11::date and $11::date + 14)
       or ($10 = 'due30' and state in ('to_start', 'under_way')
           and least(due, next_step_due) between $11::date and $11::date + 30)
       or ($10 = 'silent' and state in ('under_way', 'suspended') and news_at < $12::timestamptz))
order by
    case when $13 = 'deadline' then least(due, next_step_due) end,
    case when $13 = 'due' and not $14::boolean then due end,
    case when $13 = 'due' and $14::boolean then due end desc nulls last,
    case when $13 = 'progress' and not $14::boolean then progress end,
    case when $13 = 'progress' and $14::boolean then progress end desc,
    case when $13 = 'title' and not $14::boolean then title end,
    case when $13 = 'title' and $14::boolean then title end desc,
    case when $13 = 'pilot' and not $14::boolean then pilot end,
    case when $13 = 'pilot' and $14::boolean then pilot end desc,
    case when $13 = 'state' and not $14::boolean then state end,
    case when $13 = 'state' and $14::boolean then state end desc,
    case when $13 = 'code' and $14::boolean then position end desc,
    position, id
limit $15
offset $16
