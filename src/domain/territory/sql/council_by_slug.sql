select id, slug, name, kind, demonstration
from territory.council
where slug = $1
