-- One row, with or without a plan: what the files say, and the end that the city set last.
select coalesce(plan.title, ''), coalesce(plan.title_en, ''), plan.adopted, plan.first_year, plan.last_year,
    coalesce(latest.ends, plan.ends), coalesce(case when latest.ends is not null then latest.source else plan.source end, '')
from (values (1)) as one (row)
left join lateral (
    select title, title_en, adopted, first_year, last_year, ends, source
    from strategy.plan
    where council_id = $1
    order by id desc
    limit 1) as plan on true
left join lateral (
    select ends, source
    from strategy.term_end
    where council_id = $1
    order by version desc
    limit 1) as latest on true
