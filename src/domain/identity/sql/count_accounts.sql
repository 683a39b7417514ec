select count(*)
from identity.account a
where a.council_id = $1
  and strpos(public.unaccent(lower(a.display_name || ' ' || a.email)), public.unaccent(lower($2))) > 0
