-- Entries are read by those who may read the journal, and written by everybody in their own name.
drop policy read_in_the_council on audit.entry;
create policy readable on audit.entry for select
    using (council_id = (select ctx.council_for('read_audit')) or (select ctx.is_system()));
drop policy written_by_the_actor on audit.entry;
create policy written_by_the_actor on audit.entry for insert
    with check ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
                or (select ctx.is_system()));
alter function audit.refuse_change() set search_path = pg_catalog;
revoke all on function audit.refuse_change() from public;
grant execute on function audit.refuse_change() to maillage_app;
