-- What the store keeps beside the steps, for the invented actions. One look in the index for each action: the
-- planner knows nothing yet of rows inserted a moment ago, and a join could be of all with all.
update strategy.action
set (progress, next_step_due) = (
    select coalesce(sum(step.weight) filter (where step.done_at is not null) * 100 / sum(step.weight), 0)::int,
           min(step.due) filter (where step.done_at is null)
    from strategy.step
    where step.council_id = $1 and step.action_id = action.id)
where council_id = $1 and fictional and position >= 10000
