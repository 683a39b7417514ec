-- The organisation that an indicator names gives its figures: whoever sits for it today adds and replaces them. The
-- signed context says which ("fill_indicators:42"); an archived organisation gives nothing any more.
create function indicators.filled_by_caller(council bigint, indicator bigint) returns boolean
language sql stable
set search_path = ''
as $$
    select exists (
        select
        from indicators.indicator i
        join indicators.definition d on d.council_id = i.council_id and d.indicator_id = i.id and d.version = i.version
        join directory_api.organisation o on o.council_id = d.council_id and o.id = d.owner_id and not o.archived
        where i.council_id = council and i.id = indicator and i.standing <> 'retired' and d.computed is null
            and i.council_id = ctx.council_for('fill_indicators:' || d.owner_id))
$$;
revoke all on function indicators.filled_by_caller(bigint, bigint) from public;
grant execute on function indicators.filled_by_caller(bigint, bigint) to maillage_app;

create policy added_by_their_owner on indicators.figure for insert
    with check (indicators.filled_by_caller(council_id, indicator_id));
create policy replaced_by_their_owner on indicators.figure for update
    using (indicators.filled_by_caller(council_id, indicator_id))
    with check (indicators.filled_by_caller(council_id, indicator_id));

-- An indicator says whether the organisation that its definition names is still there.
create or replace view indicators.described with (security_invoker = true) as
    select i.council_id, i.id, i.code, i.group_code, i.standing, i.agreed_on, i.agreed_in, i.version, i.position,
           d.name, d.name_en, d.definition, d.definition_en, d.kind, d.measure, d.unit, d.unit_en, d.source, d.source_en,
           d.frequency, o.key as owner, o.name as owner_name, d.baseline, d.baseline_first_month, d.baseline_months,
           d.target, d.target_by,
           d.wanted, d.method, d.method_en, d.limits, d.limits_en, d.computed, d.police_initiated, d.perimeter,
           d.perimeter_en, d.owner_id, coalesce(o.archived, false) as owner_ended
    from indicators.indicator i
    join indicators.definition d on d.council_id = i.council_id and d.indicator_id = i.id and d.version = i.version
    left join directory_api.organisation o on o.council_id = d.council_id and o.id = d.owner_id;
