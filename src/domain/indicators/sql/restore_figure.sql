-- The figure that was withdrawn last comes back, unless another took its place.
update indicators.figure f
set replaced_at = null
where f.council_id = $1 and f.id = (
    select old.id
    from indicators.figure old
    where old.council_id = $1 and old.indicator_id = $2 and old.first_month = $3 and old.months = $4
        and old.perimeter = $5 and old.replaced_at is not null
        and not exists (
            select from indicators.figure now
            where now.council_id = $1 and now.indicator_id = $2 and now.first_month = $3 and now.months = $4
                and now.perimeter = $5 and now.replaced_at is null)
    order by old.replaced_at desc, old.id desc
    limit 1)
returning f.id
