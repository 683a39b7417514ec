update strategy.record_line as line
set done_on = $5::date
from strategy.record
where line.council_id = $1 and record.id = line.record_id and record.action_id = $2 and record.id = $3
  and line.id = $4 and line.kind <> 'value'
