-- Why this table exists.
create table SLICE.thing (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id)
);
alter table SLICE.thing enable row level security;
alter table SLICE.thing force row level security;
create policy of_the_council on SLICE.thing
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert, update, delete on SLICE.thing to maillage_app;
