insert into strategy.action_organisation (council_id, action_id, organisation_id)
select council_id, $2, id
from directory_api.organisation
where council_id = $1 and key = any ($3::text[])
on conflict do nothing
