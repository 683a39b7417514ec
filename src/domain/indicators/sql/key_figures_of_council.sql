select i.code
from indicators.key_figure k
join indicators.indicator i on i.council_id = k.council_id and i.id = k.indicator_id
where k.council_id = $1
order by k.position
