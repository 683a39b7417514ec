select o.id, o.key, o.name, o.short_name, o.kind, o.address, o.phone, o.website, o.note, o.version,
    o.archived_at is not null,
    array(select n.code from directory.network n
          join directory.network_member m on m.network_id = n.id
          where m.organisation_id = o.id order by n.code)
from directory.organisation o
where o.council_id = $1 and o.key = $2
