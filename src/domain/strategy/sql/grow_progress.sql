-- What the store keeps beside the steps, for the invented actions.
update strategy.action
set progress = coalesce(summed.progress, 0), next_step_due = summed.next_due
from (select step.action_id,
             (sum(step.weight) filter (where step.done_at is not null) * 100 / sum(step.weight))::int as progress,
             min(step.due) filter (where step.done_at is null) as next_due
      from strategy.step
      where step.council_id = $1
      group by step.action_id) as summed
where action.council_id = $1 and action.id = summed.action_id and action.fictional and action.position >= 10000
