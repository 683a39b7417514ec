-- Partner organisations, the networks they form, and whom to call there.
create schema directory;
grant usage on schema directory to maillage_app;

create table directory.organisation (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
    name text not null check (length(name) between 1 and 200),
    short_name text not null default '' check (length(short_name) <= 60),
    kind text not null check (length(kind) <= 30),
    address text not null default '' check (length(address) <= 300),
    phone text not null default '' check (length(phone) <= 30),
    website text not null default '' check (website = '' or website like 'https://%'),
    note text not null default '' check (length(note) <= 2000),
    -- Name, short name and note without accents or capitals, for the search.
    search text not null,
    version integer not null default 1,
    archived_at timestamptz,
    unique (council_id, key),
    unique (council_id, id)
);

create table directory.network (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    name text not null,
    purpose text not null default '',
    unique (council_id, code),
    unique (council_id, id)
);

create table directory.network_member (
    council_id bigint not null,
    network_id bigint not null,
    organisation_id bigint not null,
    primary key (network_id, organisation_id),
    foreign key (council_id, network_id) references directory.network (council_id, id),
    foreign key (council_id, organisation_id) references directory.organisation (council_id, id)
);

-- The function comes first: it stays when the person leaves.
create table directory.contact (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    organisation_id bigint not null,
    function text not null check (length(function) between 1 and 120),
    name text not null default '' check (length(name) <= 120),
    email text not null default '' check (length(email) <= 254),
    phone text not null default '' check (length(phone) <= 30),
    fictional boolean not null default false,
    removed_at timestamptz,
    unique (council_id, id),
    foreign key (council_id, organisation_id) references directory.organisation (council_id, id)
);
create index contact_of_organisation on directory.contact (organisation_id);

do $$
declare
    one text;
begin
    foreach one in array array['organisation', 'network', 'network_member', 'contact'] loop
        execute format('alter table directory.%I enable row level security', one);
        execute format('alter table directory.%I force row level security', one);
        execute format('create policy of_the_council on directory.%I
            using (council_id = (select ctx.council()) or (select ctx.is_system()))
            with check (council_id = (select ctx.council()) or (select ctx.is_system()))', one);
        execute format('grant select, insert, update, delete on directory.%I to maillage_app', one);
    end loop;
end
$$;

create schema directory_api;
grant usage on schema directory_api to maillage_app;
create view directory_api.organisation with (security_invoker = true) as
    select council_id, id, key, name, short_name, kind, archived_at is not null as archived
    from directory.organisation;
create view directory_api.contact with (security_invoker = true) as
    select council_id, id, organisation_id, function, name, removed_at is not null as removed from directory.contact;
grant select on directory_api.organisation, directory_api.contact to maillage_app;
