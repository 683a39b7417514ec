-- What opens the key pair of who signs in by the identity provider, which knows no secret of theirs: a phrase, kept
-- as passwords are, and the private half under its key and again under the installation's.
create table identity.unlock_phrase (
    account_id bigint primary key references identity.account (id),
    council_id bigint not null references territory.council (id),
    record text not null check (length(record) <= 400),
    sealed_secret bytea not null check (length(sealed_secret) between 100 and 200),
    chosen_at timestamptz not null
);
alter table identity.unlock_phrase enable row level security;
alter table identity.unlock_phrase force row level security;
grant select, insert, update, delete on identity.unlock_phrase to maillage_app;
create policy own on identity.unlock_phrase
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));

-- Null: the account has no password, its phrase opens the pair.
alter table identity.key_pair alter column sealed_secret drop not null;
