delete from strategy.record_line as line
using strategy.record
where line.council_id = $1 and record.id = line.record_id and record.action_id = $2 and line.id = $3
