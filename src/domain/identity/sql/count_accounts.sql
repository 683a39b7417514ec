select count(*)
from identity.account a
where a.council_id = $1
  and ($2 = '' or public.unaccent(lower(a.display_name || ' ' || a.email)) like '%' || public.unaccent(lower($2)) || '%')
