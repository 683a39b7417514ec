select a.id, a.council_id, c.slug, c.name, a.display_name, a.email
from identity.invitation i
join identity.account a on a.id = i.account_id
join territory_api.council c on c.id = i.council_id
where i.code_hash = $1
  and i.expires_at > $2
  and a.disabled_at is null
