-- What the directory knows under these names, short names or keys; those in activity first.
select given.name, known.key
from unnest($2::text[]) as given (name)
join directory_api.organisation as known
    on known.council_id = $1
   and (lower(known.short_name) = lower(given.name) or lower(known.name) = lower(given.name) or known.key = given.name)
order by given.name, known.archived, known.id
