-- Where a group decides.
select code, name, name_en
from governance_api.body
where council_id = $1 and strategy_group = $2
order by code
