-- The days on which the prefect told the council about crime in the commune: what rule R-GOV-2 looks at.
create table governance.prefect_record (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    told_on date not null,
    subject text not null check (length(subject) between 1 and 200),
    noted_by bigint not null,
    noted_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    unique (council_id, id)
);
create index prefect_record_by_day on governance.prefect_record (council_id, told_on desc);
alter table governance.prefect_record enable row level security;
alter table governance.prefect_record force row level security;
create policy of_the_council on governance.prefect_record
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert on governance.prefect_record to maillage_app;
grant update (withdrawn_at) on governance.prefect_record to maillage_app;
