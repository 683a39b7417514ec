-- Rows open by act: `readable` for who may read, `written` for who may write (and therefore sees what a removal
-- hides, to bring it back). ctx.council_for is NULL, which equals no council, without the act.
do $$
declare
    name text;
begin
    foreach name in array array['commune', 'membership', 'zoning', 'zone', 'legal_threshold'] loop
        execute format('drop policy of_the_council on territory.%I', name);
        execute format('create policy readable on territory.%I for select '
                       'using (council_id = (select ctx.council_for(''read_strategy'')))', name);
        execute format('create policy written on territory.%I using ((select ctx.is_system()))', name);
    end loop;
end
$$;
drop policy written on territory.membership;
create policy written on territory.membership
    using (council_id = (select ctx.council_for('edit_governance')) or (select ctx.is_system()));
