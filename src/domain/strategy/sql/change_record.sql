-- Nothing when the action has another record of this title.
update strategy.record
set kind = $4, title = $5, title_en = $6, unit = $7, unit_en = $8, target = $9::double precision
where council_id = $1 and action_id = $2 and id = $3
  and not exists (select from strategy.record as other
                  where other.action_id = $2 and other.id <> $3 and other.title = $5)
returning id
