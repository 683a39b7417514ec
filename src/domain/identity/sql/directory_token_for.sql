-- Whoever holds a token says no council: the token does.
select t.id, t.council_id, t.last_used_at
from identity.directory_token t
where t.token_hash = $1
  and t.revoked_at is null
  and t.expires_at > $2
