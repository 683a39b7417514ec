-- Deleted ones too: the history names them.
select id, code, title, title_en, weight, due, done_at, position, deleted_at is not null
from strategy.step
where council_id = $1 and action_id = $2
order by position, id
