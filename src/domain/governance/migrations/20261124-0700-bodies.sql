-- The council's bodies and who sits in them. Meetings come in tables of their own.
create schema governance;
grant usage on schema governance to maillage_app;

create table governance.body (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    kind text not null check (kind in ('plenary', 'restricted', 'crisis_cell', 'thematic_group',
        'individual_situations_group', 'territorial_group', 'cddf', 'gpo', 'external_gltd')),
    name text not null check (length(name) between 1 and 200),
    name_en text not null default '',
    purpose text not null default '',
    purpose_en text not null default '',
    chaired_by text not null default '',
    -- What the law asks, with its article; what the city decided, with its source.
    legal_gap_months integer check (legal_gap_months > 0),
    legal_article text not null default '',
    local_rhythm text not null check (local_rhythm in ('yearly', 'quarterly', 'four_monthly', 'as_needed', 'by_others')),
    local_month integer check (local_month between 1 and 12),
    local_source text not null default '',
    -- Code of the strategy's working group whose actions this body follows.
    strategy_group text check (length(strategy_group) <= 20),
    position integer not null default 0,
    unique (council_id, code),
    unique (council_id, id)
);

create table governance.member (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    body_id bigint not null,
    organisation_id bigint,
    contact_id bigint,
    account_id bigint,
    function text not null check (length(function) between 1 and 120),
    standing text not null check (standing in ('by_right', 'member', 'guest')),
    seat text not null check (seat in ('holder', 'deputy')),
    from_day date not null,
    -- The last day on which the member sits.
    until_day date check (until_day >= from_day),
    unique (council_id, id),
    check (contact_id is null or organisation_id is not null),
    foreign key (council_id, body_id) references governance.body (council_id, id),
    foreign key (council_id, organisation_id) references directory.organisation (council_id, id),
    foreign key (council_id, contact_id) references directory.contact (council_id, id)
);
create index member_of_body on governance.member (body_id, from_day);

alter table governance.body enable row level security;
alter table governance.body force row level security;
create policy of_the_council on governance.body
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
alter table governance.member enable row level security;
alter table governance.member force row level security;
create policy of_the_council on governance.member
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert, update on governance.body, governance.member to maillage_app;

create schema governance_api;
grant usage on schema governance_api to maillage_app;
create view governance_api.body with (security_invoker = true) as
    select council_id, id, code, kind, name, name_en, strategy_group from governance.body;
create view governance_api.member with (security_invoker = true) as
    select council_id, id, body_id, organisation_id, account_id, from_day, until_day from governance.member;
grant select on governance_api.body, governance_api.member to maillage_app;
