select code, kind, title, title_en, source
from strategy.commitment
where council_id = $1
order by position, code
