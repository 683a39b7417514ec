-- A number that grows with every transaction that changes what the lists of actions show. What was computed at one
-- number is good as long as the number stays: counting thousands of actions for each page would be waste.
create table strategy.revision (
    council_id bigint primary key,
    number bigint not null
);
alter table strategy.revision enable row level security;
alter table strategy.revision force row level security;
create policy of_the_council on strategy.revision
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert, update on strategy.revision to maillage_app;

-- A transaction counts once, whatever it changes: the setting is its own and ends with it.
create function strategy.count_revision() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
declare
    council bigint := coalesce(new.council_id, old.council_id);
begin
    if current_setting('app.revision_counted', true) = council::text then
        return null;
    end if;
    insert into strategy.revision as kept (council_id, number)
    values (council, 1)
    on conflict (council_id) do update
    set number = kept.number + 1;
    perform set_config('app.revision_counted', council::text, true);
    return null;
end
$$;
revoke all on function strategy.count_revision() from public;
grant execute on function strategy.count_revision() to maillage_app;

-- Deferred to the commit: the row that all writers of a council share is locked last and shortly, so that it puts
-- nobody in a circle of waiting.
do $$
declare
    name text;
begin
    foreach name in array array['action', 'action_axis', 'action_organisation', 'domain', 'objective',
                                'working_group', 'axis'] loop
        execute format('create constraint trigger counted_in_the_revision
                        after insert or update or delete on strategy.%I
                        deferrable initially deferred
                        for each row execute function strategy.count_revision()', name);
    end loop;
end
$$;
