insert into indicators.figure
    (council_id, indicator_id, first_month, months, perimeter, value, whole, whole_perimeter, provisional, note,
     source_line, entered_by, entered_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
returning id
