-- Its lines go first, each with its own trace: one that has lines stays.
delete from strategy.record
where council_id = $1 and action_id = $2 and id = $3
  and not exists (select from strategy.record_line as line where line.record_id = record.id)
