select code, title, title_en, adopted, first_year, last_year, ends, source, source_en, parents
from strategy.plan
where council_id = $1
order by id desc
limit 1
