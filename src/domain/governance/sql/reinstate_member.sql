-- A mandate that another one follows stays ended.
update governance.member m
set until_day = null
from governance.body b
where m.council_id = $1 and b.id = m.body_id and b.code = $2 and m.id = $3 and m.until_day is not null
    and not exists (select from governance.member later where later.council_id = $1 and later.replaces = m.id)
returning m.id
