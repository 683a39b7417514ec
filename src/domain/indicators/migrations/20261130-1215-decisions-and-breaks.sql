-- EVA-1: the body in whose meeting the group agreed, beside the day and the decision's own number.
alter table indicators.indicator
    add column agreed_body text,
    add foreign key (council_id, agreed_body) references governance.body (council_id, code);

-- A version that changes what the values mean breaks the series: those from this day on are not compared with those
-- before.
alter table indicators.definition
    add column breaks_from date check (extract(day from breaks_from) = 1);
create index break_of_indicator on indicators.definition (indicator_id, breaks_from) where breaks_from is not null;

create or replace view indicators.described with (security_invoker = true) as
    select i.council_id, i.id, i.code, i.group_code, i.standing, i.agreed_on, i.agreed_in, i.version, i.position,
           d.name, d.name_en, d.definition, d.definition_en, d.kind, d.measure, d.unit, d.unit_en, d.source, d.source_en,
           d.frequency, o.key as owner, o.name as owner_name, d.baseline, d.baseline_first_month, d.baseline_months,
           d.target, d.target_by,
           d.wanted, d.method, d.method_en, d.limits, d.limits_en, d.computed, d.police_initiated, d.perimeter,
           d.perimeter_en, d.owner_id, coalesce(o.archived, false) as owner_ended, i.agreed_body,
           (select string_agg(b.breaks_from::text, ',' order by b.breaks_from)
            from indicators.definition b
            where b.council_id = i.council_id and b.indicator_id = i.id and b.breaks_from is not null) as breaks
    from indicators.indicator i
    join indicators.definition d on d.council_id = i.council_id and d.indicator_id = i.id and d.version = i.version
    left join directory_api.organisation o on o.council_id = d.council_id and o.id = d.owner_id;
