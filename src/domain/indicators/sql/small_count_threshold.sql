select value
from territory_api.legal_threshold
where council_id = $1 and name = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)
