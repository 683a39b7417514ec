-- $2: the codes, in their order. Places past the last one are emptied.
with emptied as (
    delete from indicators.key_figure
    where council_id = $1 and position > cardinality($2::text[]))
insert into indicators.key_figure (council_id, position, indicator_id)
select $1, chosen.position, i.id
from unnest($2::text[]) with ordinality as chosen (code, position)
join indicators.indicator i on i.council_id = $1 and i.code = chosen.code
on conflict (council_id, position) do update set indicator_id = excluded.indicator_id
