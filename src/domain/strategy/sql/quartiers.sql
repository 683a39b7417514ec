select distinct quartier
from strategy.action
cross join lateral unnest(quartiers) as quartier
where council_id = $1 and deleted_at is null
order by quartier
limit 200
