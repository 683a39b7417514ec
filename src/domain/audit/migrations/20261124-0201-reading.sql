-- The journal is read by the slices above: through this view, under the reader's own rights.
create schema audit_api;
grant usage on schema audit_api to maillage_app;
create view audit_api.entry with (security_invoker = true) as
    select id, council_id, at, account_id, act, object_kind, object, outcome, detail from audit.entry;
grant select on audit_api.entry to maillage_app;
