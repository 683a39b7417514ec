-- Every action with what was told of it, in the strategy's order. $2: today.
select action.id, action.code, action.title, action.title_en, action.objective, action.working_group, action.state,
    action.progress,
    coalesce(action.state in ('to_start', 'under_way') and least(action.due, action.next_step_due) < $2::date, false),
    action.fictional, told.pieces, told.last_at, coalesce(told.last_text, ''),
    array(select link.target from strategy.link
          where link.council_id = $1 and link.action_id = action.id and link.kind = 'indicator'
          order by link.target collate "C")
from strategy.action_row as action
cross join lateral (
    select count(*) as pieces, max(news.at) as last_at, (array_agg(news.text order by news.at desc, news.id desc))[1] as last_text
    from strategy.news
    where news.council_id = $1 and news.action_id = action.id) as told
where action.council_id = $1 and not action.deleted
order by action.position, action.code collate "C"
