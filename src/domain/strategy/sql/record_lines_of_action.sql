select line.id, line.record_id, line.kind, line.label, line.label_en, line.on_day, line.done_on, line.value,
       line.position
from strategy.record_line as line
join strategy.record on record.id = line.record_id
where line.council_id = $1 and record.action_id = $2
order by line.record_id, line.kind, line.position, line.on_day, line.id
