-- Communes, their part in the council, and zones that have vintages: a fact is located once and counted in the zones
-- of each zoning. All public facts.
create table territory.commune (
    council_id bigint not null references territory.council (id),
    code text not null check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
    name text not null,
    aliases text[] not null default '{}',
    siren text check (siren ~ '^[0-9]{9}$'),
    epci_siren text check (epci_siren ~ '^[0-9]{9}$'),
    population integer not null check (population >= 0),
    source text not null,
    position integer not null,
    primary key (council_id, code)
);

-- A commune may have no line: it belongs to the intercommunality only.
create table territory.membership (
    council_id bigint not null,
    commune_code text not null,
    standing text not null check (standing in ('member', 'associated', 'proposed')),
    since date,
    until date check (until > since),
    source text not null,
    primary key (council_id, commune_code),
    foreign key (council_id, commune_code) references territory.commune (council_id, code)
);

create table territory.zoning (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    code text not null check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    kind text not null check (kind in ('quartier', 'qpv', 'police_sector', 'commune')),
    name text not null,
    valid_from date,
    valid_to date check (valid_to >= valid_from),
    source text not null,
    note text not null default '',
    unique (council_id, code),
    unique (council_id, id)
);

create table territory.zone (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    zoning_id bigint not null,
    key text not null check (key ~ '^[a-z][a-z0-9-]{1,60}$'),
    code text,
    name text not null,
    standing text not null check (standing in ('zone', 'watch')),
    population integer check (population >= 0),
    commune_code text not null,
    outline public.geometry(MultiPolygon, 2154),
    schematic boolean not null,
    unique (zoning_id, key),
    foreign key (council_id, zoning_id) references territory.zoning (council_id, id),
    foreign key (council_id, commune_code) references territory.commune (council_id, code)
);
create index zone_by_council on territory.zone (council_id, zoning_id);
create index zone_by_outline on territory.zone using gist (outline);

-- What the law fixes and may change: a value from a date to a date, with its article and where it was read.
create table territory.legal_threshold (
    council_id bigint not null references territory.council (id),
    name text not null check (name ~ '^[a-z_]{1,60}$'),
    value double precision not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    article text not null,
    source text not null,
    primary key (council_id, name, valid_from)
);

alter table territory.commune enable row level security;
alter table territory.commune force row level security;
create policy of_the_council on territory.commune
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
alter table territory.membership enable row level security;
alter table territory.membership force row level security;
create policy of_the_council on territory.membership
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
alter table territory.zoning enable row level security;
alter table territory.zoning force row level security;
create policy of_the_council on territory.zoning
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
alter table territory.zone enable row level security;
alter table territory.zone force row level security;
create policy of_the_council on territory.zone
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
alter table territory.legal_threshold enable row level security;
alter table territory.legal_threshold force row level security;
create policy of_the_council on territory.legal_threshold
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));

grant select, insert, update, delete on territory.commune, territory.membership, territory.zoning, territory.zone,
    territory.legal_threshold to maillage_app;

create view territory_api.commune with (security_invoker = true) as
    select council_id, code, name, population from territory.commune;
create view territory_api.zone with (security_invoker = true) as
    select z.council_id, z.id, z.key, z.name, z.standing, z.population, z.commune_code, g.code as zoning,
        g.kind, g.valid_from, g.valid_to
    from territory.zone z
    join territory.zoning g on g.id = z.zoning_id;
grant select on territory_api.commune, territory_api.zone to maillage_app;
