select name, value, valid_from, article, source, to_verify
from territory.legal_threshold
where council_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
order by name
