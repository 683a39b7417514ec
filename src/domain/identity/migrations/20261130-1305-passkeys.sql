-- Passkeys (WebAuthn): a key pair that an authenticator made for this site, whose public half is here. One proves both
-- what a person has and, by finger or code on the device, who they are.
create table identity.passkey (
    id uuid primary key default gen_random_uuid(),
    council_id bigint not null references territory.council (id),
    account_id bigint not null references identity.account (id),
    credential_id bytea not null unique check (length(credential_id) between 16 and 1023),
    public_key bytea not null check (length(public_key) between 32 and 600),
    -- The name of the site it was made for: it proves nothing to another.
    rp_id text not null check (length(rp_id) between 1 and 253),
    sign_count bigint not null check (sign_count between 0 and 4294967295),
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null check (length(name) between 1 and 80),
    -- The private half of the account's own pair (identity.key_pair), under the secret that this passkey computes (PRF)
    -- and again under the installation's key. Null: the authenticator computes none, or did not yet.
    sealed_secret bytea check (length(sealed_secret) between 100 and 200),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_of_account on identity.passkey (account_id);

-- What authenticators keep with a passkey to tell accounts apart: random, so that it says nothing to who reads it there.
create table identity.passkey_user (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    handle bytea not null unique check (length(handle) = 32)
);

-- Challenges that were answered: each is, once, within five minutes. Those that were given are not written anywhere.
create table identity.used_challenge (
    council_id bigint not null default 0,
    challenge_hash bytea primary key check (length(challenge_hash) = 32),
    used_at timestamptz not null
);
create index used_challenge_by_age on identity.used_challenge (used_at);

do $$
declare
    name text;
begin
    foreach name in array array['passkey', 'passkey_user', 'used_challenge'] loop
        execute format('alter table identity.%I enable row level security', name);
        execute format('alter table identity.%I force row level security', name);
        execute format('grant select, insert, update, delete on identity.%I to maillage_app', name);
    end loop;
end
$$;
create policy own on identity.passkey
    using (council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()));
-- Who manages accounts takes away what a person has lost.
create policy managed on identity.passkey
    using (council_id = (select ctx.council_for('manage_accounts')) or (select ctx.is_system()));
create policy own on identity.passkey_user
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
create policy of_the_application on identity.used_challenge using ((select ctx.is_system()));
