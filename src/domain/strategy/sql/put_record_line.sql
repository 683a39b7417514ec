-- A new one ($3 null), or one that comes back under its number. Nothing when the record is none of the action's, or
-- has a value of that day.
insert into strategy.record_line (id, council_id, record_id, kind, label, label_en, on_day, done_on, value, position)
overriding system value
select coalesce($3::bigint, nextval('strategy.record_line_id_seq')), record.council_id, record.id, $5::text,
       $6::text, $7::text, $8::date, $9::date, $10::double precision, $11::int
from strategy.record
where record.council_id = $1 and record.action_id = $2 and record.id = $4
on conflict do nothing
returning id
