select id, label, label_en, year, amount_cents, fund
from strategy.budget_line
where council_id = $1 and action_id = $2
order by year, label, fund
