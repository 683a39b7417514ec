-- At the end of the list; one that is there gets these words. Words that a file translated are no longer the same.
insert into strategy.working_group as kept (council_id, code, name, position)
values ($1, $2, $3, (select coalesce(max(position) + 1, 0) from strategy.working_group where council_id = $1))
on conflict (council_id, code) do update
set name = excluded.name, name_en = case when kept.name = excluded.name then kept.name_en else '' end
