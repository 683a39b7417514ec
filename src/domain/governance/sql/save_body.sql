insert into governance.body
    (council_id, code, kind, name, name_en, purpose, purpose_en, chaired_by, legal_gap_months, legal_article,
     local_rhythm, local_month, local_source, strategy_group, position)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
on conflict (council_id, code) do update
set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en, purpose = excluded.purpose,
    purpose_en = excluded.purpose_en, chaired_by = excluded.chaired_by, legal_gap_months = excluded.legal_gap_months,
    legal_article = excluded.legal_article, local_rhythm = excluded.local_rhythm, local_month = excluded.local_month,
    local_source = excluded.local_source, strategy_group = excluded.strategy_group, position = excluded.position
returning id
