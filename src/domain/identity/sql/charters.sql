-- All versions, the latest first, with the signature of one account that stands under each.
select c.version, c.title, c.body, c.in_force_from, c.written_at, coalesce(k.display_name, ''), s.signed_at
from identity.charter c
left join identity.known_account k on k.council_id = c.council_id and k.account_id = c.written_by
left join identity.charter_signature s
    on s.council_id = c.council_id and s.account_id = $2 and s.version = c.version and s.withdrawn_at is null
where c.council_id = $1
order by c.version desc
