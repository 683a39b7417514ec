-- Three partners for each invented action that has none.
insert into strategy.action_partner (council_id, action_id, name)
select $1, action.id, 'Partenaire fictif ' || (action.position / 10 + rank) % 30
from strategy.action
cross join generate_series(0, 2) as rank
where action.council_id = $1 and action.fictional and action.position >= 10000
  and not exists (select from strategy.action_partner where action_partner.action_id = action.id)
