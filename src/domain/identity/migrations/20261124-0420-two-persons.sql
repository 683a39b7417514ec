-- An account is opened by its own person, with a code that was shown once, and a mandate counts once a second
-- person has confirmed it: nobody alone can make an account that reads something.
-- Addresses and forms name accounts and mandates by ids that say neither how many there are nor in which order.
alter table identity.account
    add column public_id uuid not null unique default gen_random_uuid(),
    -- Who gave out the code with which the account was last opened; nobody: the installation itself.
    add column opened_by bigint references identity.account (id);

alter table identity.mandate
    add column public_id uuid not null unique default gen_random_uuid(),
    -- Nobody: the installation itself.
    add column given_by bigint references identity.account (id),
    add column confirmed_by bigint references identity.account (id),
    -- The mandates that exist when this runs count as before.
    add column confirmed_at timestamptz default now(),
    add constraint mandate_of_two_persons check (
        confirmed_by is null
        or (confirmed_at is not null and confirmed_by <> account_id and confirmed_by is distinct from given_by)),
    add constraint mandate_confirmed check (confirmed_at is null or given_by is null or confirmed_by is not null);
alter table identity.mandate alter column confirmed_at drop default;

-- Only the fingerprint of the code is kept, until it is used or expires. A new one takes the place of the last.
create table identity.invitation (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    code_hash bytea not null unique check (length(code_hash) = 32),
    given_by bigint references identity.account (id),
    expires_at timestamptz not null
);
alter table identity.invitation enable row level security;
alter table identity.invitation force row level security;
create policy of_the_council on identity.invitation
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert, update, delete on identity.invitation to maillage_app;

create or replace view identity_api.mandate with (security_invoker = true) as
    select council_id, account_id, role, organisation_id, from_day, until_day
    from identity.mandate
    where confirmed_at is not null;
