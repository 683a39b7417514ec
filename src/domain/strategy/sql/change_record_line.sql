-- Nothing when the record has another value of that day.
update strategy.record_line as line
set kind = $4, label = $5, label_en = $6, on_day = $7::date, done_on = $8::date, value = $9::double precision,
    position = $10::int
from strategy.record
where line.council_id = $1 and record.id = line.record_id and record.action_id = $2 and line.id = $3
  and not exists (select from strategy.record_line as other
                  where other.record_id = line.record_id and other.id <> line.id and other.kind = 'value'
                    and line.kind = 'value' and other.on_day = $7::date)
returning line.id
