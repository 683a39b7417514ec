-- Held until the end of the transaction: of two guesses at once, the second sees the failure of the first.
select count, last_at
from identity.failure
where subject = $1
for update
