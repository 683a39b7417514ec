select id, kind, title, title_en, unit, unit_en, target
from strategy.record
where council_id = $1 and action_id = $2
order by id
