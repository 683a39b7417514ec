-- Of the actions $2 all but the pairs of $3 and $4.
delete from strategy.action_organisation as kept
using directory_api.organisation as known
where kept.council_id = $1 and kept.action_id = any ($2::bigint[]) and known.council_id = $1
  and known.id = kept.organisation_id
  and not exists (select from unnest($3::bigint[], $4::text[]) as given (action_id, key)
                  where given.action_id = kept.action_id and given.key = known.key)
