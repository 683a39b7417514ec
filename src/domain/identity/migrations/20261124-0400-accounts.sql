-- Who may sign in, in which role and until when, and the sessions they have open.
create schema identity;
grant usage on schema identity to maillage_app;

create table identity.account (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    email text not null check (email = lower(email) and length(email) <= 254),
    display_name text not null check (length(display_name) between 1 and 120),
    password text check (length(password) <= 400),
    language text not null default 'fr' check (language in ('fr', 'en')),
    theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
    shortcuts boolean not null default true,
    fictional boolean not null default false,
    created_at timestamptz not null default now(),
    disabled_at timestamptz
);
-- A mail address opens one account in the whole installation: the sign-in page asks for no council.
create unique index account_email on identity.account (email);

-- Every right comes from a mandate that is valid on the day of the request.
create table identity.mandate (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id),
    role text not null,
    organisation_id bigint,
    from_day date not null,
    until_day date,
    check (until_day is null or until_day >= from_day)
);
create index mandate_of_account on identity.mandate (account_id);

-- Only the fingerprint of the token is kept: a stolen copy opens no session.
create table identity.session (
    token_hash bytea primary key check (length(token_hash) = 32),
    id uuid not null unique default gen_random_uuid(),
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id),
    csrf_secret text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    agent text not null default '' check (length(agent) <= 200)
);
create index session_of_account on identity.session (account_id);

-- One submission, one effect: the answer to a key is kept and given again.
create table identity.submission (
    council_id bigint not null,
    account_id bigint not null,
    key text not null check (length(key) between 16 and 80),
    request_hash bytea not null,
    started_at timestamptz not null,
    committed boolean not null default false,
    status integer,
    location text,
    body text,
    primary key (account_id, key)
);
create index submission_by_age on identity.submission (started_at);

-- Failures slow the next attempt down; nobody is ever locked out.
create table identity.failure (
    council_id bigint not null default 0,
    subject bytea not null,
    count integer not null,
    last_at timestamptz not null,
    primary key (subject)
);

-- What was typed in a form that arrived without a session, kept ten minutes for the browser that holds the token.
create table identity.kept_form (
    council_id bigint not null default 0,
    token_hash bytea primary key,
    path text not null,
    fields text not null,
    kept_at timestamptz not null
);

do $$
declare
    name text;
begin
    foreach name in array array['account', 'mandate', 'session', 'submission', 'failure', 'kept_form'] loop
        execute format('alter table identity.%I enable row level security', name);
        execute format('alter table identity.%I force row level security', name);
        execute format('create policy of_the_council on identity.%I '
                       'using (council_id = (select ctx.council()) or (select ctx.is_system())) '
                       'with check (council_id = (select ctx.council()) or (select ctx.is_system()))', name);
        execute format('grant select, insert, update, delete on identity.%I to maillage_app', name);
    end loop;
end
$$;

create schema identity_api;
grant usage on schema identity_api to maillage_app;
create view identity_api.account with (security_invoker = true) as
    select id, council_id, display_name, fictional, disabled_at is null as active from identity.account;
create view identity_api.mandate with (security_invoker = true) as
    select council_id, account_id, role, organisation_id, from_day, until_day from identity.mandate;
grant select on identity_api.account, identity_api.mandate to maillage_app;
