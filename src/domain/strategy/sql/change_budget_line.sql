-- Nothing when another line of the action says the same.
update strategy.budget_line as line
set label = $4, label_en = $5, year = $6::int, amount_cents = $7, fund = $8
where line.council_id = $1 and line.action_id = $2 and line.id = $3
  and not exists (select from strategy.budget_line as other
                  where other.action_id = $2 and other.id <> $3 and other.label = $4 and other.year = $6::int
                    and other.fund = $8)
returning id
