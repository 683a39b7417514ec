-- The figures of a group (the council's own for the empty code) as they stood at a moment.
select f.indicator_id, f.first_month, f.months, f.perimeter, f.value, f.whole, f.whole_perimeter, f.provisional, f.note,
    f.source_line, '' as author
from indicators.indicator i
join indicators.figure f on f.council_id = i.council_id and f.indicator_id = i.id
where i.council_id = $1 and coalesce(i.group_code, '') = $2 and f.entered_at <= $3
    and (f.replaced_at is null or f.replaced_at > $3)
order by f.indicator_id, f.first_month, f.months, f.perimeter
