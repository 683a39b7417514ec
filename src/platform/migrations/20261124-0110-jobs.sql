-- Work done apart from the request that asked for it. Payloads hold ids and codes only: documents that hold
-- names are made in the asking request, never through this queue.
create schema jobs;
grant usage on schema jobs to maillage_app;

create table jobs.job (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    account_id bigint not null,
    kind text not null check (length(kind) between 1 and 60),
    payload jsonb not null check (pg_column_size(payload) <= 65536),
    state text not null default 'waiting'
        check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    attempts smallint not null default 0,
    most_attempts smallint not null check (most_attempts between 1 and 20),
    run_at timestamptz not null,
    heartbeat_at timestamptz,
    progress smallint not null default 0 check (progress between 0 and 100),
    step text not null default '' check (length(step) <= 120),
    failure text not null default '' check (length(failure) <= 120),
    cancel_asked boolean not null default false,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index job_to_take on jobs.job (run_at, id) where state = 'waiting';
create index job_at_work on jobs.job (heartbeat_at) where state = 'running';
create index job_of_account on jobs.job (council_id, account_id, id desc);
create index job_finished on jobs.job (finished_at) where finished_at is not null;

-- Only who asked for it sees it, besides the worker.
alter table jobs.job enable row level security;
alter table jobs.job force row level security;
create policy of_who_asked on jobs.job
    using ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
           or (select ctx.is_system()))
    with check ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
                or (select ctx.is_system()));
grant select, insert, update, delete on jobs.job to maillage_app;

create table jobs.result (
    job_id bigint primary key references jobs.job (id) on delete cascade,
    council_id bigint not null,
    account_id bigint not null,
    media_type text not null check (length(media_type) <= 120),
    file_name text not null check (length(file_name) <= 120),
    bytes bytea not null,
    expires_at timestamptz not null
);
create index result_expiry on jobs.result (expires_at);

alter table jobs.result enable row level security;
alter table jobs.result force row level security;
create policy of_who_asked on jobs.result
    using ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
           or (select ctx.is_system()))
    with check ((council_id = (select ctx.council()) and account_id = (select ctx.account()))
                or (select ctx.is_system()));
grant select, insert, update, delete on jobs.result to maillage_app;
