update indicators.figure
set replaced_at = $6
where council_id = $1 and indicator_id = $2 and first_month = $3 and months = $4 and perimeter = $5
    and replaced_at is null
returning id
