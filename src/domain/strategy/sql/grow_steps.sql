-- Three steps for each invented action that has none. $2: today.
insert into strategy.step (council_id, action_id, title, weight, due, done_at, position)
select $1, action.id, 'Étape fictive ' || rank, 1 + rank,
       $2::date - 200 + (action.position + rank * 90) % 400,
       case when (action.position / 10 + rank) % 3 > 0 or action.state = 'done' then $2::date - 30 end, rank * 10
from strategy.action
cross join generate_series(1, 3) as rank
where action.council_id = $1 and action.fictional and action.position >= 10000
  and not exists (select from strategy.step where step.action_id = action.id)
