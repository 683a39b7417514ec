-- Every version of a definition, the latest first, with who wrote it.
select d.version, d.changed_at, coalesce(a.display_name, ''), d.name, d.name_en, d.definition, d.definition_en, d.unit,
    d.unit_en, d.method, d.method_en, d.limits, d.limits_en, d.target, d.breaks_from
from indicators.definition d
left join identity_api.account a on a.council_id = d.council_id and a.id = d.changed_by
where d.council_id = $1 and d.indicator_id = $2
order by d.version desc
