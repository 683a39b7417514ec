select not identity.charter_signed($1, $2, $3)
   and exists (select from identity.mandate m
               where m.council_id = $1
                 and m.account_id = $2
                 and m.confirmed_at is not null
                 and m.from_day <= $3
                 and (m.until_day is null or m.until_day >= $3))
