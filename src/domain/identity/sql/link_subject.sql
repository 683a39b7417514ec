insert into identity.provider_subject (council_id, account_id, fingerprint, linked_at)
values ($1, $2, $3, $4)
on conflict do nothing
returning account_id
