-- Those of $3, by name, short name or key: as organisations_named.sql finds them.
with unknown as (
    update strategy.action_partner
    set supposed = true
    where council_id = $1 and action_id = $2 and name = any ($3::text[]))
update strategy.action_organisation as partner
set supposed = true
from directory_api.organisation as known, unnest($3::text[]) as given (name)
where partner.council_id = $1 and partner.action_id = $2 and known.council_id = $1
  and known.id = partner.organisation_id
  and (lower(known.short_name) = lower(given.name) or lower(known.name) = lower(given.name) or known.key = given.name)
