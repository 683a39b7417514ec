-- $2 pieces of news for each invented action that has none.
insert into strategy.news (council_id, action_id, at, account_id, author, text)
select $1, action.id, action.news_at - make_interval(days => 20 * rank), 0, '', 'Nouvelle fictive n° ' || rank
from strategy.action
cross join generate_series(0, $2::int - 1) as rank
where action.council_id = $1 and action.fictional and action.position >= 10000
  and not exists (select from strategy.news where news.action_id = action.id)
