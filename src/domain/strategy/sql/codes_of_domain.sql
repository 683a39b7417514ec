-- Deleted actions and those that moved to another domain too: a code is given once.
select code
from strategy.action
where council_id = $1 and starts_with(code, $2::text || '-')
