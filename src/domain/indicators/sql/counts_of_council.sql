-- Indicators, those that a group agreed on, and values that stand.
select count(*), count(*) filter (where standing = 'active'),
    (select count(*) from indicators.figure where council_id = $1 and replaced_at is null)
from indicators.indicator
where council_id = $1
