-- How many actions deleted_actions.sql gives in all.
select count(*)
from strategy.deleted_action
where council_id = $1 and at >= $2::timestamptz
