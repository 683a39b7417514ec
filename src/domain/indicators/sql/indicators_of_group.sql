-- Of one group; of the council itself for the empty code.
select id, code, coalesce(group_code, ''), standing, agreed_on, agreed_in, version, name, name_en, definition, definition_en,
    kind, measure, unit, unit_en, source, source_en, frequency, coalesce(owner, ''), baseline, baseline_first_month,
    baseline_months, target, target_by, wanted, method, method_en, limits, limits_en, computed, police_initiated,
    perimeter, perimeter_en, coalesce(owner_name, ''), owner_id, owner_ended, coalesce(agreed_body, ''), coalesce(breaks, '')
from indicators.described
where council_id = $1 and coalesce(group_code, '') = $2
order by position, code
