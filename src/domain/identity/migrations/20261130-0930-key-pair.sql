-- Each account has an X25519 pair: what is meant for one person alone is sealed to the public half. The private half
-- is sealed under a key that comes from the password, and again under the installation's: neither a copy of the
-- database nor the installation without the password opens it. A forgotten password loses it: another is made.
create table identity.key_pair (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    public_key bytea not null check (length(public_key) = 32),
    sealed_secret bytea not null check (length(sealed_secret) between 100 and 200),
    made_at timestamptz not null
);
alter table identity.key_pair enable row level security;
alter table identity.key_pair force row level security;
create policy own on identity.key_pair
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update, delete on identity.key_pair to maillage_app;

-- While a session lives, sealed under a key that comes from its token, which its browser alone holds: any node can
-- serve the session, none opens it by itself.
alter table identity.session add column sealed_secret bytea check (length(sealed_secret) between 60 and 120);
alter table identity.half_sign_in add column sealed_secret bytea check (length(sealed_secret) between 60 and 120);
