-- Who did what: one row an act, in the act's own transaction. Ids and codes only, never a name nor free text.
create schema audit;
grant usage on schema audit to maillage_app;

create table audit.entry (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    at timestamptz not null default now(),
    account_id bigint not null,
    act text not null check (length(act) <= 80),
    object_kind text not null check (length(object_kind) <= 40),
    object text not null check (length(object) <= 80),
    outcome char(1) not null check (outcome in ('p', 'r')),
    detail jsonb not null default '{}'
);
create index entry_by_council on audit.entry (council_id, id desc);

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy written_by_the_actor on audit.entry for insert
    with check ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
                or (select ctx.is_system()));
create policy read_in_the_council on audit.entry for select
    using (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert on audit.entry to maillage_app;

-- Append only, for the owner too.
create function audit.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception 'audit entries are never changed';
end
$$;
create trigger never_changed before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger never_truncated before truncate on audit.entry
    for each statement execute function audit.refuse_change();
