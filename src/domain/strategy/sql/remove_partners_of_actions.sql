-- Of the actions $2 all but the pairs of $3 and $4.
delete from strategy.action_partner as kept
where council_id = $1 and action_id = any ($2::bigint[])
  and not exists (select from unnest($3::bigint[], $4::text[]) as given (action_id, name)
                  where given.action_id = kept.action_id and given.name = kept.name)
