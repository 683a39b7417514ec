-- The strategy: objectives, groups, axes, actions with their steps, and everything said or changed about them.
create schema strategy;
grant usage on schema strategy to maillage_app;

create table strategy.plan (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 40),
    title text not null,
    title_en text not null default '',
    adopted date,
    first_year int,
    last_year int,
    -- The day on which it ends: unknown until the city sets it (EVA-4).
    ends date,
    source text not null default '',
    source_en text not null default '',
    parents text[] not null default '{}',
    unique (council_id, code)
);

create table strategy.domain (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 10),
    label text not null,
    label_en text not null default '',
    position int not null default 0,
    unique (council_id, code)
);

create table strategy.objective (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 20),
    title text not null,
    title_en text not null default '',
    position int not null default 0,
    unique (council_id, code)
);

create table strategy.working_group (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 20),
    name text not null,
    name_en text not null default '',
    position int not null default 0,
    unique (council_id, code)
);

create table strategy.axis (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 20),
    scheme text not null default '',
    label text not null,
    label_en text not null default '',
    position int not null default 0,
    unique (council_id, code)
);

create table strategy.commitment (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) <= 20),
    kind text not null check (kind in ('governance', 'communication', 'evaluation', 'context')),
    title text not null,
    title_en text not null default '',
    source text not null default '',
    position int not null default 0,
    unique (council_id, code)
);

-- Codes of domain, objective and group are the references: what a person reads and an import carries.
create table strategy.action (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (length(code) between 1 and 20),
    domain text not null,
    objective text not null default '',
    working_group text not null default '',
    title text not null check (length(title) between 1 and 200),
    title_en text not null default '' check (length(title_en) <= 200),
    summary text not null default '' check (length(summary) <= 4000),
    summary_en text not null default '' check (length(summary_en) <= 4000),
    state text not null default 'to_start'
        check (state in ('to_start', 'under_way', 'done', 'suspended', 'abandoned')),
    -- Why it is suspended, or the reference of the decision that abandoned it.
    state_reason text not null default '' check (length(state_reason) <= 500),
    pilot text not null default '' check (length(pilot) <= 120),
    quartiers text[] not null default '{}',
    starts date,
    due date,
    -- Invented for the demonstration: the interface says so.
    fictional boolean not null default false,
    position int not null default 0,
    version int not null default 1,
    -- Kept beside the steps by the store, from the rules: lists of thousands of actions read them.
    progress int not null default 0 check (progress between 0 and 100),
    next_step_due date,
    search text not null default '',
    news_at timestamptz not null default now(),
    deleted_at timestamptz,
    check (state <> 'suspended' or state_reason <> ''),
    check (state <> 'abandoned' or state_reason <> ''),
    foreign key (council_id, domain) references strategy.domain (council_id, code)
);
create unique index action_code on strategy.action (council_id, code) where deleted_at is null;
create index action_by_position on strategy.action (council_id, position, id);
create index action_by_due on strategy.action (council_id, due) where deleted_at is null;

create table strategy.action_axis (
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    axis text not null,
    primary key (action_id, axis),
    foreign key (council_id, axis) references strategy.axis (council_id, code)
);

create table strategy.action_partner (
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    name text not null check (length(name) between 1 and 120),
    primary key (action_id, name)
);

-- What every page reads of an action, axes and partners with it.
create view strategy.action_row with (security_invoker = true) as
    select action.id, action.code, action.domain, action.objective, action.working_group, action.title,
           action.title_en, action.summary, action.summary_en, action.state, action.state_reason, action.pilot,
           action.quartiers, action.starts, action.due, action.fictional, action.version, action.progress,
           action.next_step_due, action.news_at, action.deleted_at is not null as deleted,
           array(select axis.axis from strategy.action_axis as axis
                 where axis.action_id = action.id order by axis.axis collate "C") as axes,
           array(select partner.name from strategy.action_partner as partner
                 where partner.action_id = action.id order by partner.name collate "C") as partners,
           action.council_id, action.position, action.search
    from strategy.action;
grant select on strategy.action_row to maillage_app;

create table strategy.step (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    code text not null default '',
    title text not null check (length(title) between 1 and 200),
    title_en text not null default '',
    weight int not null default 1 check (weight between 1 and 100),
    due date,
    done_at date,
    position int not null default 0,
    deleted_at timestamptz
);
create index step_by_action on strategy.step (action_id, position, id);

create table strategy.news (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    at timestamptz not null default now(),
    account_id bigint not null,
    author text not null default '',
    text text not null check (length(text) between 1 and 4000)
);
create index news_by_action on strategy.news (action_id, at desc);

create table strategy.evidence (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    document_id text not null,
    title text not null,
    at timestamptz not null default now()
);
create index evidence_by_action on strategy.evidence (action_id);

create table strategy.link (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    kind text not null check (kind in ('action', 'commitment', 'decision', 'indicator', 'url')),
    target text not null check (length(target) between 1 and 500),
    label text not null default '' check (length(label) <= 200),
    unique (action_id, kind, target)
);

create table strategy.record (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    kind text not null check (kind in ('study', 'counter')),
    title text not null check (length(title) between 1 and 200),
    title_en text not null default '',
    unit text not null default '',
    unit_en text not null default '',
    target double precision,
    unique (action_id, title)
);
create table strategy.record_line (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    record_id bigint not null references strategy.record on delete cascade,
    kind text not null check (kind in ('stage', 'prescription', 'value')),
    label text not null default '' check (length(label) <= 200),
    label_en text not null default '',
    on_day date,
    done_on date,
    value double precision,
    position int not null default 0
);
create unique index record_value_day on strategy.record_line (record_id, on_day) where kind = 'value';
create index record_line_by_record on strategy.record_line (record_id, position, on_day);

create table strategy.budget_line (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    label text not null check (length(label) between 1 and 200),
    label_en text not null default '',
    year int not null check (year between 2000 and 2100),
    amount_cents bigint not null check (amount_cents >= 0),
    fund text not null check (fund in ('city', 'fipd', 'state', 'other')),
    unique (action_id, label, year, fund)
);

create table strategy.saved_view (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    account_id bigint not null,
    name text not null check (length(name) between 1 and 80),
    query text not null check (length(query) <= 2000),
    unique (council_id, account_id, name)
);

-- One act that changed something. Undoing is an act too: nothing is ever taken out of this history.
create table strategy.change_set (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    account_id bigint not null,
    author text not null default '',
    at timestamptz not null default now(),
    kind text not null
        check (kind in ('create', 'edit', 'state', 'steps', 'bulk', 'deletion', 'import', 'undo')),
    undoes bigint unique references strategy.change_set
);
create table strategy.change (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    change_set_id bigint not null references strategy.change_set,
    action_id bigint not null references strategy.action on delete cascade,
    step_id bigint references strategy.step on delete cascade,
    field text not null,
    old text not null,
    new text not null
);
create index change_by_action on strategy.change (action_id, id desc);
create index change_by_set on strategy.change (change_set_id);

create table strategy.draft (
    council_id bigint not null,
    account_id bigint not null,
    form text not null check (length(form) <= 60),
    body text not null check (length(body) <= 20000),
    saved_at timestamptz not null default now(),
    primary key (council_id, account_id, form)
);

create table strategy.staged_import (
    id text primary key check (length(id) between 16 and 64),
    council_id bigint not null,
    account_id bigint not null,
    created_at timestamptz not null default now(),
    -- The cells as read, and the column chosen for each field: a JSON document of the import wizard.
    cells text not null,
    mapping text not null default '{}',
    change_set_id bigint references strategy.change_set
);

do $$
declare
    name text;
begin
    foreach name in array array['plan', 'domain', 'objective', 'working_group', 'axis', 'commitment', 'action',
                                'action_axis', 'action_partner', 'step', 'evidence', 'link', 'record',
                                'record_line', 'budget_line', 'news', 'change_set', 'change'] loop
        execute format('alter table strategy.%I enable row level security', name);
        execute format('alter table strategy.%I force row level security', name);
        execute format('create policy of_the_council on strategy.%I
                        using (council_id = (select ctx.council()) or (select ctx.is_system()))
                        with check (council_id = (select ctx.council()) or (select ctx.is_system()))', name);
        execute format('grant select, insert on strategy.%I to maillage_app', name);
    end loop;
    foreach name in array array['plan', 'domain', 'objective', 'working_group', 'axis', 'commitment', 'action',
                                'step', 'record', 'record_line', 'budget_line', 'link'] loop
        execute format('grant update on strategy.%I to maillage_app', name);
    end loop;
    foreach name in array array['action_axis', 'action_partner', 'evidence', 'link', 'record', 'record_line',
                                'budget_line'] loop
        execute format('grant delete on strategy.%I to maillage_app', name);
    end loop;
    -- What belongs to one account is seen by this account alone.
    foreach name in array array['saved_view', 'draft', 'staged_import'] loop
        execute format('alter table strategy.%I enable row level security', name);
        execute format('alter table strategy.%I force row level security', name);
        execute format('create policy of_the_account on strategy.%I
                        using ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
                               or (select ctx.is_system()))
                        with check ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
                                    or (select ctx.is_system()))', name);
        execute format('grant select, insert, update, delete on strategy.%I to maillage_app', name);
    end loop;
end
$$;

create schema strategy_api;
grant usage on schema strategy_api to maillage_app;
create view strategy_api.action with (security_invoker = true) as
    select id, council_id, code, title, title_en, domain, working_group, state, pilot, due, progress
    from strategy.action
    where deleted_at is null;
create view strategy_api.working_group with (security_invoker = true) as
    select id, council_id, code, name, name_en, position
    from strategy.working_group;
grant select on strategy_api.action, strategy_api.working_group to maillage_app;
