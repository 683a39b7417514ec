update directory.contact c
set removed_at = case when $4 then now() end
from directory.organisation o
where c.council_id = $1 and o.id = c.organisation_id and o.key = $2 and c.id = $3
    and (c.removed_at is not null) <> $4
returning c.id
