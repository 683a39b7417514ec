insert into strategy.action_organisation (council_id, action_id, organisation_id)
select known.council_id, given.action_id, known.id
from unnest($2::bigint[], $3::text[]) as given (action_id, key)
join directory_api.organisation as known on known.council_id = $1 and known.key = given.key
on conflict do nothing
