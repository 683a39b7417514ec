-- What the city's directory does to accounts has no account behind it: its entries name nobody.
create policy written_by_the_directory on audit.entry for insert
    with check (council_id = (select ctx.council_for('provision_accounts')) and account_id = 0);
