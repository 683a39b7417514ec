-- Rows open by act: `readable` for who may read, `written` for who may write (and therefore sees what a removal
-- hides, to bring it back). ctx.council_for is NULL, which equals no council, without the act.
-- Sign-in, sessions and kept forms come before anybody is known: the application itself.

-- What the others of a council may know of an account: the name on the pages. The account itself (its address, its
-- password's record) is its person's and that of who manages accounts.
create table identity.known_account (
    account_id bigint primary key references identity.account (id) on delete cascade,
    council_id bigint not null references territory.council (id),
    public_id uuid not null,
    display_name text not null,
    fictional boolean not null,
    active boolean not null
);
create function identity.make_known() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    insert into identity.known_account (account_id, council_id, public_id, display_name, fictional, active)
    values (new.id, new.council_id, new.public_id, new.display_name, new.fictional, new.disabled_at is null)
    on conflict (account_id) do update
    set display_name = excluded.display_name, fictional = excluded.fictional, active = excluded.active;
    return null;
end
$$;
create trigger known_to_the_council after insert or update of display_name, fictional, disabled_at
    on identity.account for each row execute function identity.make_known();
revoke all on function identity.make_known() from public;
grant execute on function identity.make_known() to maillage_app;
-- The owner is under the policies too: this once, they stand aside.
alter table identity.account no force row level security;
insert into identity.known_account
select id, council_id, public_id, display_name, fictional, disabled_at is null from identity.account;
alter table identity.account force row level security;
alter table identity.known_account enable row level security;
alter table identity.known_account force row level security;
create policy readable on identity.known_account for select
    using (council_id = (select ctx.council_for('use_own_account')));
create policy written on identity.known_account
    using (council_id = (select ctx.council_for('manage_accounts')) or (select ctx.is_system()));
grant select, insert, update, delete on identity.known_account to maillage_app;

create or replace view identity_api.account with (security_invoker = true) as
    select account_id as id, council_id, display_name, fictional, active, public_id from identity.known_account;

do $$
declare
    name text;
begin
    foreach name in array array['account', 'mandate', 'invitation'] loop
        execute format('drop policy of_the_council on identity.%I', name);
        execute format('create policy managed on identity.%I '
                       'using (council_id = (select ctx.council_for(''manage_accounts'')) or (select ctx.is_system()))',
                       name);
    end loop;
    foreach name in array array['session', 'submission'] loop
        execute format('drop policy of_the_council on identity.%I', name);
        execute format('create policy own on identity.%I '
                       'using ((council_id = (select ctx.council_for(''use_own_account'')) '
                       'and account_id = (select ctx.account())) or (select ctx.is_system()))', name);
    end loop;
    foreach name in array array['failure', 'kept_form'] loop
        execute format('drop policy of_the_council on identity.%I', name);
        execute format('create policy of_the_application on identity.%I using ((select ctx.is_system()))', name);
    end loop;
end
$$;
create policy own on identity.account
    using (council_id = (select ctx.council_for('use_own_account')) and id = (select ctx.account()));
create policy own on identity.mandate for select
    using (council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()));
-- Who closes an account ends what it had open.
create policy of_a_closed_account on identity.session
    using (council_id = (select ctx.council_for('manage_accounts'))
           and exists (select from identity.account a where a.id = account_id and a.disabled_at is not null));
