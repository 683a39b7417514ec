insert into identity.account (council_id, email, display_name, external_id, directory)
values ($1, $2, $3, $4, 'kept')
on conflict (email) do nothing
returning id
