-- A table of indicators that somebody sent, between its upload and its confirmation: the cells as read and corrected,
-- or the workbook that the worker has not read yet. It belongs to one account and goes after a week.
create table indicators.staged_table (
    council_id bigint not null references territory.council (id),
    id text not null check (length(id) between 16 and 64),
    account_id bigint not null,
    created_at timestamptz not null default now(),
    cells text not null default '',
    workbook bytea check (length(workbook) <= 5242880),
    job_id bigint,
    -- Names why the workbook could not be read.
    refusal text not null default '' check (length(refusal) <= 40),
    primary key (council_id, id)
);
alter table indicators.staged_table enable row level security;
alter table indicators.staged_table force row level security;
create policy own on indicators.staged_table
    using ((council_id = (select ctx.council_for('edit_indicators')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update, delete on indicators.staged_table to maillage_app;
