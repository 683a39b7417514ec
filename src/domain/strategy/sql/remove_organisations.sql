-- All but those of the keys $3.
delete from strategy.action_organisation as partner
using directory_api.organisation as known
where partner.council_id = $1 and partner.action_id = $2 and known.council_id = $1
  and known.id = partner.organisation_id and known.key <> all ($3::text[])
