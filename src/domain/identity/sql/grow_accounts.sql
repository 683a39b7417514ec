-- $2 invented accounts for measurements, the same every time, each with a mandate of one of the roles $3 since the
-- day $4. They have no password: nobody can enter by them.
with invented as (
    insert into identity.account (council_id, email, display_name, fictional)
    select $1, 'compte-' || n || '@laval.example', 'Compte fictif n° ' || n, true
    from generate_series(1, $2::int) as n
    on conflict (email) do nothing
    returning id)
insert into identity.mandate (council_id, account_id, role, from_day, confirmed_at)
select $1, id, ($3::text[])[1 + id % cardinality($3::text[])], $4::date, $4::date
from invented
