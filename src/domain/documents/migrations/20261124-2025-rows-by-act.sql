-- Rows open by act: `readable` for who may read, `written` for who may write (and therefore sees what a removal
-- hides, to bring it back). ctx.council_for is NULL, which equals no council, without the act.
drop policy of_the_council on documents.file;
create policy readable on documents.file for select
    using (council_id = (select ctx.council_for('read_documents')) and removed_at is null);
create policy written on documents.file
    using (council_id = (select ctx.council_for('attach_evidence')) or (select ctx.is_system()));
