-- The organisation is the one whose figures the account gives: of a mandate whose role may ($5), not of a seat.
-- Without its signature under the charter in force the account has no role, which the last column tells.
select s.account_id, s.council_id, c.slug, c.name, c.demonstration, a.display_name, a.language, a.theme, a.shortcuts,
       s.csrf_secret, s.id, s.seen_at, s.created_at, s.failures,
       case when charter.signed then coalesce(held.roles, '{}') else '{}' end as roles,
       case when charter.signed then held.organisation end as organisation,
       held.roles is not null and not charter.signed as suspended
from identity.session s
join identity.account a on a.id = s.account_id
join territory_api.council c on c.id = s.council_id
cross join lateral (
    select array_agg(m.role || '|' || m.from_day || '|' || coalesce(m.until_day::text, '') order by m.role) as roles,
        min(m.organisation_id) filter (where m.role = any ($5)) as organisation
    from identity.mandate m
    where m.account_id = s.account_id
      and m.council_id = s.council_id
      and m.confirmed_at is not null
      and m.from_day <= $4
      and (m.until_day is null or m.until_day >= $4)) held
cross join lateral (select identity.charter_signed(s.council_id, s.account_id, $4) as signed) charter
where s.token_hash = $1
  and s.created_at > $2
  and s.seen_at > $3
  and a.disabled_at is null
