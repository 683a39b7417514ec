insert into identity.mandate (council_id, account_id, role, organisation_id, from_day, until_day, given_by, confirmed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
