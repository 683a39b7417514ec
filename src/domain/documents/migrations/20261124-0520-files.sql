-- Files attached to what the slices record. The bytes live in the database: one backup, any node serves any file.
create schema documents;
grant usage on schema documents to maillage_app;

create table documents.file (
    id uuid primary key,
    council_id bigint not null,
    title text not null check (length(title) between 1 and 200),
    kind text not null check (kind in ('pdf', 'png', 'jpg', 'docx', 'xlsx', 'odt', 'ods', 'csv', 'txt')),
    size_bytes integer not null check (size_bytes between 1 and 10485760),
    sha256 bytea not null check (length(sha256) = 32),
    bytes bytea not null check (length(bytes) = size_bytes),
    uploaded_by bigint not null,
    uploaded_at timestamptz not null default now(),
    removed_at timestamptz
);
-- Office files and images are compressed already.
alter table documents.file alter column bytes set storage external;
create index file_by_council on documents.file (council_id, uploaded_at);

alter table documents.file enable row level security;
alter table documents.file force row level security;
create policy of_the_council on documents.file
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert on documents.file to maillage_app;
-- The content never changes: only its title and its presence.
grant update (title, removed_at) on documents.file to maillage_app;

create schema documents_api;
grant usage on schema documents_api to maillage_app;
create view documents_api.file with (security_invoker = true) as
    select council_id, id, title, kind, size_bytes, uploaded_at from documents.file where removed_at is null;
grant select on documents_api.file to maillage_app;
