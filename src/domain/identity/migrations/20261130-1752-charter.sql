-- The charter of the council: a text that each person signs before any right of theirs counts. A version is written once
-- and never changed; a mistake is mended by the next version.
create table identity.charter (
    council_id bigint not null references territory.council (id),
    version integer not null check (version > 0),
    title text not null check (length(title) between 1 and 160),
    body text not null check (length(body) between 1 and 40000),
    in_force_from date not null,
    written_by bigint not null references identity.account (id),
    written_at timestamptz not null,
    primary key (council_id, version)
);
alter table identity.charter enable row level security;
alter table identity.charter force row level security;
create policy readable on identity.charter for select
    using (council_id = (select ctx.council_for('use_own_account')));
create policy written on identity.charter
    using (council_id = (select ctx.council_for('manage_accounts')) or (select ctx.is_system()));
grant select, insert on identity.charter to maillage_app;

-- Each signs for themselves, and takes their own signature back: nobody signs for another.
create table identity.charter_signature (
    id uuid primary key default gen_random_uuid(),
    council_id bigint not null,
    account_id bigint not null references identity.account (id),
    version integer not null,
    signed_at timestamptz not null,
    withdrawn_at timestamptz,
    foreign key (council_id, version) references identity.charter (council_id, version)
);
create unique index charter_signature_standing on identity.charter_signature (council_id, account_id, version)
    where withdrawn_at is null;
create index charter_signature_of_account on identity.charter_signature (account_id);
alter table identity.charter_signature enable row level security;
alter table identity.charter_signature force row level security;
create policy application on identity.charter_signature using ((select ctx.is_system()));
create policy seen on identity.charter_signature for select
    using (council_id = (select ctx.council_for('manage_accounts')));
create policy own on identity.charter_signature
    using (council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()));
grant select, insert, update (withdrawn_at) on identity.charter_signature to maillage_app;

-- Whether the rights of this account count on this day: the version in force is the highest of those that have begun.
-- Said in C++ too (charter_rules.hpp), and compared by a test.
create function identity.charter_signed(council bigint, account bigint, day date) returns boolean
language sql stable
set search_path = pg_catalog
as $$
    select coalesce(
        (select exists (select from identity.charter_signature s
                        where s.council_id = council
                          and s.account_id = account
                          and s.version = c.version
                          and s.withdrawn_at is null)
         from identity.charter c
         where c.council_id = council
           and c.in_force_from <= day
         order by c.version desc
         limit 1),
        true)
$$;
revoke all on function identity.charter_signed(bigint, bigint, date) from public;
grant execute on function identity.charter_signed(bigint, bigint, date) to maillage_app;
