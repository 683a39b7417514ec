-- The figures that an elected official reads first, chosen by the coordinator in this order. None: the application's
-- own choice (key_figures_rules.hpp).
create table indicators.key_figure (
    council_id bigint not null references territory.council (id),
    position integer not null check (position between 1 and 5),
    indicator_id bigint not null,
    primary key (council_id, position),
    foreign key (council_id, indicator_id) references indicators.indicator (council_id, id)
);
alter table indicators.key_figure enable row level security;
alter table indicators.key_figure force row level security;
create policy readable on indicators.key_figure for select
    using (council_id = (select ctx.council_for('read_indicators')));
create policy written on indicators.key_figure
    using (council_id = (select ctx.council_for('edit_indicators')) or (select ctx.is_system()));
grant select, insert, update, delete on indicators.key_figure to maillage_app;
