-- Which actions carry each axis.
select carried.axis, array_agg(action.code order by action.position, action.id)
from strategy.action_axis as carried
join strategy.action on action.id = carried.action_id
where carried.council_id = $1 and action.deleted_at is null
group by carried.axis
