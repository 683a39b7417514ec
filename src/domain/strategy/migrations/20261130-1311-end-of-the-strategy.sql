-- The day on which the strategy ends, as the city sets it, with where that is said (EVA-4): the data files of a
-- document that does not say it never take it away. The latest one holds; without a day, the files' day again.
create table strategy.term_end (
    council_id bigint not null,
    version integer not null check (version >= 1),
    ends date,
    source text not null check (length(source) between 1 and 300),
    set_by bigint not null,
    set_at timestamptz not null,
    primary key (council_id, version)
);
alter table strategy.term_end enable row level security;
alter table strategy.term_end force row level security;
create policy readable on strategy.term_end for select
    using (council_id = (select ctx.council_for('read_strategy')));
create policy written on strategy.term_end
    using (council_id = (select ctx.council_for('edit_strategy')) or (select ctx.is_system()));
grant select, insert on strategy.term_end to maillage_app;
