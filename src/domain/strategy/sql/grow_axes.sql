-- Two axes for each invented action that has none, where the council has so many.
insert into strategy.action_axis (council_id, action_id, axis)
select $1, action.id, axis.code
from strategy.action
join (select code, row_number() over (order by position, code) - 1 as rank, count(*) over () as axes
      from strategy.axis where council_id = $1) as axis
  on axis.rank in (action.position / 10 % axis.axes, (action.position / 10 + 1) % axis.axes)
where action.council_id = $1 and action.fictional and action.position >= 10000
  and not exists (select from strategy.action_axis where action_axis.action_id = action.id)
