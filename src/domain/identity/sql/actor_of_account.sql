-- The organisation is the one whose figures the account gives: of a mandate whose role may ($4), not of a seat.
-- Without its signature under the charter in force the account has no role.
select c.slug, c.name, a.display_name, coalesce(held.roles, '{}') as roles, held.organisation
from identity.account a
join territory_api.council c on c.id = a.council_id
cross join lateral (
    select array_agg(m.role || '|' || m.from_day || '|' || coalesce(m.until_day::text, '') order by m.role) as roles,
        min(m.organisation_id) filter (where m.role = any ($4)) as organisation
    from identity.mandate m
    where m.account_id = a.id
      and m.council_id = a.council_id
      and m.confirmed_at is not null
      and m.from_day <= $3
      and (m.until_day is null or m.until_day >= $3)
      and (select identity.charter_signed($1, $2, $3))) held
where a.council_id = $1
  and a.id = $2
  and a.disabled_at is null
