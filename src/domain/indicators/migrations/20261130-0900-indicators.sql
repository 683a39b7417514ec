-- Indicators: what each counts (every version of it), and its values by period. Nothing is deleted: a definition that
-- changes gets a version more, a value that changes is replaced.
create schema indicators;
grant usage on schema indicators to maillage_app;

create table indicators.indicator (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
    -- Null: the whole council's.
    group_code text,
    standing text not null default 'proposed' check (standing in ('proposed', 'active', 'retired')),
    -- The decision by which the group agreed (EVA-1): its day and its reference.
    agreed_on date,
    agreed_in text not null default '' check (length(agreed_in) <= 200),
    version integer not null default 1,
    position integer not null default 0,
    unique (council_id, code),
    unique (council_id, id),
    check (standing <> 'active' or (agreed_on is not null and agreed_in <> '')),
    foreign key (council_id, group_code) references strategy.working_group (council_id, code)
);

create table indicators.definition (
    council_id bigint not null,
    indicator_id bigint not null,
    version integer not null check (version >= 1),
    name text not null check (length(name) between 1 and 200),
    name_en text not null default '' check (length(name_en) <= 200),
    definition text not null default '' check (length(definition) <= 2000),
    definition_en text not null default '' check (length(definition_en) <= 2000),
    kind text not null check (kind in ('context', 'activity', 'result', 'impact')),
    measure text not null check (measure in ('count', 'share', 'percent', 'number')),
    unit text not null default '' check (length(unit) <= 60),
    unit_en text not null default '' check (length(unit_en) <= 60),
    source text not null default '' check (length(source) <= 300),
    source_en text not null default '' check (length(source_en) <= 300),
    frequency text not null check (frequency in ('month', 'quarter', 'four_months', 'half_year', 'year')),
    owner_id bigint,
    baseline double precision,
    baseline_first_month date,
    baseline_months integer,
    target double precision,
    target_by date,
    wanted text not null check (wanted in ('down', 'up', 'watch')),
    method text not null default '' check (length(method) <= 2000),
    method_en text not null default '' check (length(method_en) <= 2000),
    limits text not null default '' check (length(limits) <= 2000),
    limits_en text not null default '' check (length(limits_en) <= 2000),
    computed text check (computed in ('actions_on_time', 'actions_done', 'mean_progress', 'actions_with_recent_news')),
    police_initiated boolean not null default false,
    perimeter text not null default '' check (length(perimeter) <= 120),
    perimeter_en text not null default '' check (length(perimeter_en) <= 120),
    -- 0: the application, from a data file.
    changed_by bigint not null default 0,
    changed_at timestamptz not null,
    primary key (indicator_id, version),
    check ((baseline_first_month is null) = (baseline_months is null)),
    foreign key (council_id, indicator_id) references indicators.indicator (council_id, id),
    foreign key (council_id, owner_id) references directory.organisation (council_id, id)
);

create table indicators.figure (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    indicator_id bigint not null,
    -- Whole months: the first day of the first one, and how many.
    first_month date not null check (extract(day from first_month) = 1),
    months integer not null check (months between 1 and 120),
    perimeter text not null default '' check (length(perimeter) <= 120),
    value double precision not null check (value > '-infinity' and value < 'infinity'),
    -- Of a share: what the value is a part of, and where that was counted.
    whole double precision check (whole > 0 and whole < 'infinity'),
    whole_perimeter text not null default '' check (length(whole_perimeter) <= 120),
    provisional boolean not null default false,
    note text not null default '' check (length(note) <= 500),
    source_line text not null default '' check (length(source_line) <= 200),
    entered_by bigint not null default 0,
    entered_at timestamptz not null,
    replaced_at timestamptz,
    unique (council_id, id),
    check (whole is null or perimeter = whole_perimeter),
    foreign key (council_id, indicator_id) references indicators.indicator (council_id, id)
);
create unique index one_figure_a_period on indicators.figure (indicator_id, first_month, months, perimeter)
    where replaced_at is null;
create index figure_of_indicator on indicators.figure (indicator_id, first_month);

-- Rows open by act: `readable` for who may read, `written` for who may write.
do $$
declare
    name text;
begin
    foreach name in array array['indicator', 'definition', 'figure'] loop
        execute format('alter table indicators.%I enable row level security', name);
        execute format('alter table indicators.%I force row level security', name);
        execute format('create policy readable on indicators.%I for select '
                       'using (council_id = (select ctx.council_for(''read_indicators'')))', name);
        execute format('create policy written on indicators.%I '
                       'using (council_id = (select ctx.council_for(''edit_indicators'')) or (select ctx.is_system()))',
                       name);
    end loop;
end
$$;
grant select, insert, update on indicators.indicator to maillage_app;
grant select, insert on indicators.definition, indicators.figure to maillage_app;
grant update (replaced_at) on indicators.figure to maillage_app;

-- Every indicator with its definition of today.
create view indicators.described with (security_invoker = true) as
    select i.council_id, i.id, i.code, i.group_code, i.standing, i.agreed_on, i.agreed_in, i.version, i.position,
           d.name, d.name_en, d.definition, d.definition_en, d.kind, d.measure, d.unit, d.unit_en, d.source, d.source_en,
           d.frequency, o.key as owner, o.name as owner_name, d.baseline, d.baseline_first_month, d.baseline_months,
           d.target, d.target_by,
           d.wanted, d.method, d.method_en, d.limits, d.limits_en, d.computed, d.police_initiated, d.perimeter,
           d.perimeter_en
    from indicators.indicator i
    join indicators.definition d on d.council_id = i.council_id and d.indicator_id = i.id and d.version = i.version
    left join directory_api.organisation o on o.council_id = d.council_id and o.id = d.owner_id;
grant select on indicators.described to maillage_app;
