select f.indicator_id, f.first_month, f.months, f.perimeter, f.value, f.whole, f.whole_perimeter, f.provisional, f.note,
    f.source_line, coalesce(a.display_name, '')
from indicators.figure f
left join identity_api.account a on a.council_id = f.council_id and a.id = f.entered_by
where f.council_id = $1 and f.indicator_id = $2 and f.replaced_at is null
order by f.first_month, f.months, f.perimeter
