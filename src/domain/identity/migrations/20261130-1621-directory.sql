-- The city's own directory (Entra ID, Keycloak…) keeps accounts in step by SCIM 2.0. It says who there is; rights come
-- from mandates alone, which two persons make (docs/adr/0017). What it may do is the act "provision_accounts", which no
-- role gives: its context names it beside the council of its token, and nothing else.
create table identity.directory_token (
    id uuid primary key default gen_random_uuid(),
    council_id bigint not null references territory.council (id),
    name text not null check (length(name) between 1 and 80),
    -- Only the fingerprint is kept: the token itself is shown once.
    token_hash bytea not null unique check (length(token_hash) = 32),
    made_by bigint not null references identity.account (id),
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '367 days'),
    revoked_at timestamptz,
    last_used_at timestamptz
);
create index directory_token_of_council on identity.directory_token (council_id);
alter table identity.directory_token enable row level security;
alter table identity.directory_token force row level security;
create policy application on identity.directory_token using ((select ctx.is_system()));
create policy managed on identity.directory_token
    using (council_id = (select ctx.council_for('manage_accounts')));
grant select, insert, update, delete on identity.directory_token to maillage_app;

alter table identity.account
    -- kept: the directory sees the account and keeps it in step. left: it did, and said that the person went. Null: it
    -- knows nothing of it.
    add column directory text check (directory in ('kept', 'left')),
    -- What the directory calls it.
    add column external_id text check (length(external_id) between 1 and 200),
    -- The directory opens again what it has closed itself, never what a person has.
    add column closed_by_directory boolean not null default false,
    add column changed_at timestamptz not null default now();
create index account_of_directory on identity.account (council_id, id) where directory is not null;

-- What the directory says of an account: its name, its address, whether its person is there. Never how it signs in.
create function identity.account_changes() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
declare
    said constant text[] := array['email', 'display_name', 'external_id', 'disabled_at', 'closed_by_directory', 'directory',
                                  'changed_at'];
begin
    if ctx.council_for('provision_accounts') is not null and to_jsonb(new) - said is distinct from to_jsonb(old) - said then
        raise exception 'the directory does not change this' using errcode = 'insufficient_privilege';
    end if;
    new.changed_at := now();
    return new;
end
$$;
create trigger account_changes before update of email, display_name, external_id, disabled_at, closed_by_directory, directory,
    password, opened_by, factor_taken_by, council_id, fictional, public_id
    on identity.account for each row execute function identity.account_changes();

-- The directory takes mandates away: it ends them, or lets them wait for their second person again. It gives none.
create function identity.mandate_changes() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
declare
    taken constant text[] := array['until_day', 'confirmed_by', 'confirmed_at'];
begin
    if ctx.council_for('provision_accounts') is null then
        return new;
    end if;
    if to_jsonb(new) - taken is distinct from to_jsonb(old) - taken
       or (new.until_day is distinct from old.until_day
           and (new.until_day is null or new.until_day > coalesce(old.until_day, 'infinity')))
       or ((new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)
           and (new.confirmed_at is not null or new.confirmed_by is not null)) then
        raise exception 'the directory gives no right' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger mandate_changes before update on identity.mandate
    for each row execute function identity.mandate_changes();
revoke all on function identity.account_changes(), identity.mandate_changes() from public;
grant execute on function identity.account_changes(), identity.mandate_changes() to maillage_app;

create policy seen_by_the_directory on identity.account for select
    using (council_id = (select ctx.council_for('provision_accounts')) and directory is not null);
create policy made_by_the_directory on identity.account for insert
    with check (council_id = (select ctx.council_for('provision_accounts')) and directory = 'kept'
                and password is null and opened_by is null and factor_taken_by is null and not fictional);
create policy changed_by_the_directory on identity.account for update
    using (council_id = (select ctx.council_for('provision_accounts')) and directory is not null);
create policy kept_by_the_directory on identity.known_account
    using (council_id = (select ctx.council_for('provision_accounts'))
           and exists (select from identity.account a where a.id = account_id and a.directory is not null));
create policy seen_by_the_directory on identity.mandate for select
    using (council_id = (select ctx.council_for('provision_accounts'))
           and exists (select from identity.account a where a.id = account_id and a.directory is not null));
create policy taken_by_the_directory on identity.mandate for update
    using (council_id = (select ctx.council_for('provision_accounts'))
           and exists (select from identity.account a where a.id = account_id and a.directory is not null));
-- Who is closed by the directory has nothing open.
create policy closed_by_the_directory on identity.session
    using (council_id = (select ctx.council_for('provision_accounts'))
           and exists (select from identity.account a where a.id = account_id and a.disabled_at is not null));
