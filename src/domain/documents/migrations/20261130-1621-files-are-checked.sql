-- A file is given back only after the worker looked at it: cleaned, or refused with a reason and without its bytes.
-- Those of before wait too.
alter table documents.file
    add column state text not null default 'checking' check (state in ('checking', 'ready', 'refused')),
    add column refusal text not null default '' check (length(refusal) <= 60),
    add column check_job bigint;
alter table documents.file drop constraint file_check;
alter table documents.file add constraint file_check check (length(bytes) = size_bytes or state = 'refused');
create index file_to_check on documents.file (uploaded_at) where state = 'checking';

-- A site cannot say that a file was checked.
revoke insert on documents.file from maillage_app;
grant insert (id, council_id, title, kind, size_bytes, sha256, bytes, uploaded_by, check_job)
    on documents.file to maillage_app;
grant update (check_job) on documents.file to maillage_app;

-- The one way to another content: once, by the application itself. An empty reason: the file is ready as `content`.
create function documents.settle(of_council bigint, wanted uuid, reason text, content bytea, fingerprint bytea)
    returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
begin
    if not ctx.is_system() then
        raise exception 'a file is settled by the application alone' using errcode = 'insufficient_privilege';
    end if;
    update documents.file
    set state = case reason when '' then 'ready' else 'refused' end,
        refusal = reason,
        bytes = content,
        size_bytes = case reason when '' then length(content) else size_bytes end,
        sha256 = case reason when '' then fingerprint else sha256 end
    where council_id = of_council and id = wanted and state = 'checking';
    return found;
end
$$;
revoke all on function documents.settle(bigint, uuid, text, bytea, bytea) from public;
grant execute on function documents.settle(bigint, uuid, text, bytea, bytea) to maillage_app;

create or replace view documents_api.file with (security_invoker = true) as
    select council_id, id, title, kind, size_bytes, uploaded_at, state, refusal, check_job
    from documents.file where removed_at is null;
