select public_id, display_name
from identity_api.account
where council_id = $1
order by public.unaccent(lower(display_name)), id
