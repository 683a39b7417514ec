-- Rows open by act: `readable` for who may read, `written` for who may write (and therefore sees what a removal
-- hides, to bring it back). ctx.council_for is NULL, which equals no council, without the act.
do $$
declare
    name text;
    -- A line of an action that the writer does not see is refused like one of an action that does not exist.
    of_an_action constant text := 'exists (select from strategy.action a where a.id = action_id)';
begin
    foreach name in array array['plan', 'domain', 'objective', 'working_group', 'axis', 'commitment', 'action',
                                'action_axis', 'action_partner', 'action_organisation', 'step', 'record',
                                'record_line', 'budget_line', 'link', 'news', 'change_set', 'change', 'evidence',
                                'revision'] loop
        execute format('drop policy of_the_council on strategy.%I', name);
        execute format('create policy readable on strategy.%I for select '
                       'using (council_id = (select ctx.council_for(''read_strategy'')))', name);
    end loop;
    foreach name in array array['plan', 'domain', 'objective', 'working_group', 'axis', 'commitment'] loop
        execute format('create policy written on strategy.%I using ((select ctx.is_system()))', name);
    end loop;
    foreach name in array array['action_axis', 'action_partner', 'action_organisation', 'step', 'record',
                                'budget_line', 'link'] loop
        execute format('create policy written on strategy.%I '
                       'using (council_id = (select ctx.council_for(''edit_strategy'', ''import_strategy'')) '
                       'or (select ctx.is_system())) '
                       'with check ((council_id = (select ctx.council_for(''edit_strategy'', ''import_strategy'')) '
                       'or (select ctx.is_system())) and %s)', name, of_an_action);
    end loop;
    foreach name in array array['saved_view', 'draft', 'staged_import'] loop
        execute format('drop policy of_the_account on strategy.%I', name);
        execute format('create policy own on strategy.%I '
                       'using ((council_id = (select ctx.council_for(%L)) and account_id = (select ctx.account())) '
                       'or (select ctx.is_system()))', name,
                       case name when 'saved_view' then 'read_strategy'
                                 when 'draft' then 'edit_strategy'
                                 else 'import_strategy' end);
    end loop;
end
$$;

-- A deleted action is seen by who may bring it back.
drop policy readable on strategy.action;
create policy readable on strategy.action for select
    using (council_id = (select ctx.council_for('read_strategy')) and deleted_at is null);
create policy written on strategy.action
    using (council_id = (select ctx.council_for('edit_strategy', 'import_strategy')) or (select ctx.is_system()));
-- News and evidence move the day of the last news.
create policy told on strategy.action for update
    using (council_id = (select ctx.council_for('comment_strategy', 'attach_evidence')) and deleted_at is null);

create policy written on strategy.record_line
    using (council_id = (select ctx.council_for('edit_strategy', 'import_strategy')) or (select ctx.is_system()))
    with check ((council_id = (select ctx.council_for('edit_strategy', 'import_strategy')) or (select ctx.is_system()))
                and exists (select from strategy.record r where r.id = record_id));
create policy written on strategy.news
    using (council_id = (select ctx.council_for('comment_strategy', 'edit_strategy')) or (select ctx.is_system()))
    with check ((council_id = (select ctx.council_for('comment_strategy', 'edit_strategy')) or (select ctx.is_system()))
                and exists (select from strategy.action a where a.id = action_id));
create policy written on strategy.change_set
    using (council_id = (select ctx.council_for('comment_strategy', 'edit_strategy', 'import_strategy'))
           or (select ctx.is_system()));
create policy written on strategy.change
    using (council_id = (select ctx.council_for('comment_strategy', 'edit_strategy', 'import_strategy'))
           or (select ctx.is_system()))
    with check ((council_id = (select ctx.council_for('comment_strategy', 'edit_strategy', 'import_strategy'))
                 or (select ctx.is_system()))
                and exists (select from strategy.action a where a.id = action_id));
drop policy readable on strategy.evidence;
create policy readable on strategy.evidence for select
    using (council_id = (select ctx.council_for('read_strategy')) and removed_at is null);
create policy written on strategy.evidence
    using (council_id = (select ctx.council_for('attach_evidence')) or (select ctx.is_system()))
    with check ((council_id = (select ctx.council_for('attach_evidence')) or (select ctx.is_system()))
                and exists (select from strategy.action a where a.id = action_id));
create policy written on strategy.revision
    using (council_id = (select ctx.council_for('comment_strategy', 'attach_evidence', 'edit_strategy',
                                                'import_strategy'))
           or (select ctx.is_system()));
