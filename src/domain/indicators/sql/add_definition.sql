insert into indicators.definition
    (council_id, indicator_id, version, name, name_en, definition, definition_en, kind, measure, unit, unit_en, source,
     source_en, frequency, owner_id, baseline, baseline_first_month, baseline_months, target, target_by, wanted, method,
     method_en, limits, limits_en, computed, police_initiated, perimeter, perimeter_en, changed_by, changed_at, breaks_from)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
    $26, $27, $28, $29, $30, $31, $32)
