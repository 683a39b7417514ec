-- A new one ($3 null), or one that comes back under its number. Nothing when the action has such a line already.
insert into strategy.budget_line (id, council_id, action_id, label, label_en, year, amount_cents, fund)
overriding system value
values (coalesce($3::bigint, nextval('strategy.budget_line_id_seq')), $1, $2, $4, $5, $6, $7, $8)
on conflict do nothing
returning id
