select a.id, a.display_name, a.email, a.fictional, a.disabled_at is null,
       coalesce((select array_agg(m.role || '|' || m.from_day || '|' || coalesce(m.until_day::text, '') || '|' || m.id
                                  || '|' || coalesce(m.organisation_id::text, '') order by m.from_day)
                 from identity.mandate m
                 where m.account_id = a.id), '{}')
from identity.account a
where a.council_id = $1
  and a.id = $2
