-- Who an account is for the city's identity provider: a fingerprint of the issuer and of its subject, under the
-- installation's key. The address of a mail says nothing here.
create table identity.provider_subject (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    fingerprint bytea not null unique check (length(fingerprint) = 32),
    linked_at timestamptz not null
);
alter table identity.provider_subject enable row level security;
alter table identity.provider_subject force row level security;
grant select, insert, update, delete on identity.provider_subject to maillage_app;
create policy own on identity.provider_subject
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));

-- The token by which the provider knows the session that it opened, to end it there too. Sealed.
alter table identity.session add column provider_token bytea check (length(provider_token) between 60 and 17000);
alter table identity.half_sign_in add column provider_token bytea check (length(provider_token) between 60 and 17000);
