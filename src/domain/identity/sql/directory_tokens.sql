select t.id, t.name, coalesce(a.display_name, ''), t.made_at, t.expires_at, t.revoked_at, t.last_used_at
from identity.directory_token t
left join identity.known_account a on a.account_id = t.made_by and a.council_id = t.council_id
where t.council_id = $1
order by t.made_at desc, t.id
