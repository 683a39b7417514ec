-- Rows open by act: `readable` for who may read, `written` for who may write (and therefore sees what a removal
-- hides, to bring it back). ctx.council_for is NULL, which equals no council, without the act.
do $$
declare
    name text;
begin
    foreach name in array array['body', 'member', 'prefect_record'] loop
        execute format('drop policy of_the_council on governance.%I', name);
        execute format('create policy readable on governance.%I for select '
                       'using (council_id = (select ctx.council_for(''read_governance'')))', name);
        execute format('create policy written on governance.%I '
                       'using (council_id = (select ctx.council_for(''edit_governance'')) or (select ctx.is_system()))',
                       name);
    end loop;
end
$$;
