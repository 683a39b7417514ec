-- Whether this person holds a seat of the body on one of these days, another mandate than $7 left aside.
select count(*)
from governance.member
where council_id = $1 and body_id = $2 and (account_id = $3 or contact_id = $4)
    and (until_day is null or until_day >= $5) and ($6::date is null or from_day <= $6::date)
    and id is distinct from $7
