insert into identity.account (council_id, email, display_name, password, fictional)
values ($1, $2, $3, $4, $5)
on conflict (email) do nothing
returning id
