-- A number that grows with every transaction that changes what the dashboard shows: what was read at one number is good
-- as long as the number stays.
create table indicators.revision (
    council_id bigint primary key references territory.council (id),
    number bigint not null
);
alter table indicators.revision enable row level security;
alter table indicators.revision force row level security;
create policy readable on indicators.revision for select
    using (council_id = (select ctx.council_for('read_indicators')));
create policy written on indicators.revision
    using (council_id = (select ctx.council_for('edit_indicators', 'fill_indicators')) or (select ctx.is_system()));
grant select, insert, update on indicators.revision to maillage_app;

-- A transaction counts once, whatever it changes: the setting is its own and ends with it.
create function indicators.count_revision() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    if current_setting('app.indicators_counted', true) = new.council_id::text then
        return null;
    end if;
    insert into indicators.revision as kept (council_id, number)
    values (new.council_id, 1)
    on conflict (council_id) do update
    set number = kept.number + 1;
    perform set_config('app.indicators_counted', new.council_id::text, true);
    return null;
end
$$;
revoke all on function indicators.count_revision() from public;
grant execute on function indicators.count_revision() to maillage_app;

-- Deferred to the commit: the row that all writers of a council share is locked last and shortly.
do $$
declare
    name text;
begin
    foreach name in array array['indicator', 'definition', 'figure'] loop
        execute format('create constraint trigger counted_in_the_revision
                        after insert or update on indicators.%I
                        deferrable initially deferred
                        for each row execute function indicators.count_revision()', name);
    end loop;
end
$$;
