insert into strategy.record_line (council_id, record_id, kind, label, label_en, on_day, done_on, value, position)
values ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9)
on conflict (record_id, on_day) where kind = 'value' do update
set value = excluded.value
