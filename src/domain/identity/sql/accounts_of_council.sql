select a.id, a.public_id, a.display_name, a.email, a.fictional, a.disabled_at is null, a.password is not null, a.opened_by, a.factor_taken_by,
       (select i.expires_at from identity.invitation i where i.account_id = a.id),
       exists (select from identity.totp t where t.account_id = a.id and t.confirmed_at is not null)
       or exists (select from identity.passkey p where p.account_id = a.id),
       coalesce((select array_agg(m.role || '|' || m.from_day || '|' || coalesce(m.until_day::text, '') || '|' || m.public_id
                                  || '|' || coalesce(m.organisation_id::text, '') || '|' || (m.confirmed_at is not null)
                                  || '|' || coalesce(m.given_by::text, '') order by m.from_day, m.id)
                 from identity.mandate m
                 where m.account_id = a.id), '{}'),
       a.directory is not distinct from 'kept'
from identity.account a
where a.council_id = $1
  and strpos(public.unaccent(lower(a.display_name || ' ' || a.email)), public.unaccent(lower($2))) > 0
order by a.display_name, a.id
limit $3 offset $4
