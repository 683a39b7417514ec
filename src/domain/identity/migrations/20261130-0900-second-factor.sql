-- A second factor: what a person has beside what they know. Never mailed, never bypassed by a new password.

-- The secret of an authenticator application, sealed with the installation's key: a stolen copy of the database
-- computes no code. Not confirmed: it is being set up and asks nothing of anybody yet.
create table identity.totp (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    secret bytea not null check (length(secret) between 40 and 200),
    confirmed_at timestamptz,
    -- The last 30 seconds whose code was taken: each is taken once.
    last_step bigint not null default 0
);

-- Fingerprints of the codes for the day the telephone is lost. One that was used is gone.
create table identity.recovery_code (
    code_hash bytea primary key check (length(code_hash) = 32),
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id)
);
create index recovery_code_of_account on identity.recovery_code (account_id);

-- Who gave the right password and has ten minutes for the second factor. It opens nothing by itself.
create table identity.half_sign_in (
    token_hash bytea primary key check (length(token_hash) = 32),
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id),
    started_at timestamptz not null,
    failures integer not null default 0
);
create index half_sign_in_by_age on identity.half_sign_in (started_at);

-- The attempts that failed before the one that opened the session: told to the person, who may not be their author.
alter table identity.session add column failures integer not null default 0;

-- Who took away the factor that the person had lost: not the one who confirms their mandates afterwards.
alter table identity.account add column factor_taken_by bigint references identity.account (id);

do $$
declare
    name text;
begin
    foreach name in array array['totp', 'recovery_code', 'half_sign_in'] loop
        execute format('alter table identity.%I enable row level security', name);
        execute format('alter table identity.%I force row level security', name);
        execute format('grant select, insert, update, delete on identity.%I to maillage_app', name);
    end loop;
    foreach name in array array['totp', 'recovery_code'] loop
        execute format('create policy own on identity.%I '
                       'using (council_id = (select ctx.council_for(''use_own_account'')) '
                       'and account_id = (select ctx.account()))', name);
        -- Who manages accounts takes away the factor that a person has lost.
        execute format('create policy managed on identity.%I '
                       'using (council_id = (select ctx.council_for(''manage_accounts'')) or (select ctx.is_system()))',
                       name);
    end loop;
end
$$;
create policy of_the_application on identity.half_sign_in using ((select ctx.is_system()));
