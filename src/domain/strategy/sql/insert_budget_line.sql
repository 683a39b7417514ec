insert into strategy.budget_line (council_id, action_id, label, label_en, year, amount_cents, fund)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (action_id, label, year, fund) do nothing
