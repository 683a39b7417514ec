-- The form of an organisation is kept while it is typed, for its author alone.
create table directory.draft (
    council_id bigint not null,
    account_id bigint not null,
    form text not null check (length(form) <= 120),
    body text not null check (length(body) <= 20000),
    saved_at timestamptz not null default now(),
    primary key (council_id, account_id, form)
);
alter table directory.draft enable row level security;
alter table directory.draft force row level security;
create policy own on directory.draft
    using ((council_id = (select ctx.council_for('edit_directory')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update, delete on directory.draft to maillage_app;
