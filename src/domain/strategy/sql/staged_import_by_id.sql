select cells, mapping, change_set_id
from strategy.staged_import
where council_id = $1 and account_id = $2 and id = $3
