-- Those for which the dashboard is frozen.
select code, kind, name, name_en
from governance_api.body
where council_id = $1 and kind in ('plenary', 'restricted')
order by kind, code
