-- A workbook is read by the worker, in its sandbox: until then its bytes wait beside the import that they
-- belong to. `refusal` names why it could not be read.
alter table strategy.staged_import
    alter column cells set default '',
    add column workbook bytea check (length(workbook) <= 5242880),
    add column job_id bigint,
    add column refusal text not null default '' check (length(refusal) <= 40);
