-- Of the indicators of one group; of the council's own for the empty code.
select f.indicator_id, f.first_month, f.months, f.perimeter, f.value, f.whole, f.whole_perimeter, f.provisional, f.note,
    f.source_line, coalesce(a.display_name, '')
from indicators.indicator i
join indicators.figure f on f.council_id = i.council_id and f.indicator_id = i.id
left join identity_api.account a on a.council_id = f.council_id and a.id = f.entered_by
where i.council_id = $1 and coalesce(i.group_code, '') = $2 and f.replaced_at is null
order by f.indicator_id, f.first_month, f.months, f.perimeter
