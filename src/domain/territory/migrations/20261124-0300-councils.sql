-- The local councils that this installation serves. A council's name and address are public.
create schema territory;
grant usage on schema territory to maillage_app, maillage_public;

create table territory.council (
    id bigint generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    name text not null,
    kind text not null check (kind in ('clspd', 'cispd')),
    time_zone text not null default 'Europe/Paris',
    demonstration boolean not null default false
);
alter table territory.council enable row level security;
alter table territory.council force row level security;
create policy known_to_all on territory.council for select using (true);
create policy written_by_the_application on territory.council for all
    using ((select ctx.is_system())) with check ((select ctx.is_system()));
grant select, insert, update on territory.council to maillage_app;
grant select on territory.council to maillage_public;

create schema territory_api;
grant usage on schema territory_api to maillage_app, maillage_public;
create view territory_api.council with (security_invoker = true) as
    select id, slug, name, kind, time_zone, demonstration from territory.council;
grant select on territory_api.council to maillage_app, maillage_public;
