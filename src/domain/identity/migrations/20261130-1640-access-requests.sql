-- A person who has an account asks for a right, in words; who manages accounts gives a mandate, which waits for its
-- second person as any other, or refuses and says why. The request itself gives nothing.
create table identity.access_request (
    id uuid primary key default gen_random_uuid(),
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id),
    role text not null,
    -- The organisation or body on whose behalf, as the person writes it: without a right one reads no directory.
    on_behalf text not null default '' check (length(on_behalf) <= 120),
    reason text not null check (length(reason) between 1 and 1000),
    asked_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'granted', 'refused', 'withdrawn')),
    decided_at timestamptz,
    decided_by bigint references identity.account (id),
    answer text not null default '' check (length(answer) <= 1000),
    -- Nobody decides on their own rights; a refusal says why.
    constraint access_request_of_two_persons check (decided_by is distinct from account_id),
    constraint access_request_decided check ((decided_by is not null) = (state in ('granted', 'refused'))),
    constraint access_request_refused check (state <> 'refused' or answer <> '')
);
create index access_request_of_council on identity.access_request (council_id, state);
create index access_request_of_account on identity.access_request (account_id);
alter table identity.access_request enable row level security;
alter table identity.access_request force row level security;
create policy managed on identity.access_request
    using (council_id = (select ctx.council_for('manage_accounts')) or (select ctx.is_system()));
create policy own on identity.access_request
    using (council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()));
grant select, insert, update, delete on identity.access_request to maillage_app;
