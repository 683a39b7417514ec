-- Locked: of two guesses at once, the second sees the failure of the first.
select count(*)
from (select id
      from identity.passkey
      where council_id = $1
        and account_id = $2
      order by id
      for update) locked
