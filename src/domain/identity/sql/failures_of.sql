select count, last_at
from identity.failure
where subject = $1
