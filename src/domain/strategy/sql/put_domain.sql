-- At the end of the list; one that is there gets these words. Words that a file translated are no longer the same.
insert into strategy.domain as kept (council_id, code, label, position)
values ($1, $2, $3, (select coalesce(max(position) + 1, 0) from strategy.domain where council_id = $1))
on conflict (council_id, code) do update
set label = excluded.label, label_en = case when kept.label = excluded.label then kept.label_en else '' end
