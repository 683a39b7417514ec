-- A council without data files makes its domains and groups itself.
alter policy written on strategy.domain
    using (council_id = (select ctx.council_for('edit_strategy')) or (select ctx.is_system()));
alter policy written on strategy.working_group
    using (council_id = (select ctx.council_for('edit_strategy')) or (select ctx.is_system()));
