select number
from indicators.revision
where council_id = $1
