-- Tables of figures sent for a group (or the council, empty code), waiting to be looked at: nothing of them is in the
-- figures yet. A workbook is read by the worker, in its sandbox; `refusal` names why it could not be.
create table indicators.sent_table (
    id text not null check (id ~ '^[0-9a-f]{16,64}$'),
    council_id bigint not null references territory.council (id),
    account_id bigint not null,
    group_code text not null default '',
    sent_at timestamptz not null,
    workbook bytea check (length(workbook) <= 5242880),
    job_id bigint,
    refusal text not null default '' check (length(refusal) <= 40),
    cells text not null default '' check (length(cells) <= 4194304),
    -- How many figures were written when it was confirmed.
    written integer,
    primary key (council_id, id)
);
create index sent_table_by_age on indicators.sent_table (sent_at);
alter table indicators.sent_table enable row level security;
alter table indicators.sent_table force row level security;
create policy own on indicators.sent_table
    using ((council_id = (select ctx.council_for('fill_indicators')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update, delete on indicators.sent_table to maillage_app;
