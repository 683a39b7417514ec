select number
from strategy.revision
where council_id = $1
