-- Every page begins with the session, read by the application before anybody is known. Policies are tried in the order
-- of their names: the application's comes first, so that the others are not worked out for nothing.
do $$
declare
    name text;
begin
    foreach name in array array['account', 'mandate', 'invitation', 'session', 'submission'] loop
        execute format('create policy application on identity.%I using ((select ctx.is_system()))', name);
    end loop;
    foreach name in array array['account', 'mandate', 'invitation'] loop
        execute format('drop policy managed on identity.%I', name);
        execute format('create policy managed on identity.%I '
                       'using (council_id = (select ctx.council_for(''manage_accounts'')))', name);
    end loop;
    foreach name in array array['session', 'submission'] loop
        execute format('drop policy own on identity.%I', name);
        execute format('create policy own on identity.%I '
                       'using (council_id = (select ctx.council_for(''use_own_account'')) '
                       'and account_id = (select ctx.account()))', name);
    end loop;
end
$$;
