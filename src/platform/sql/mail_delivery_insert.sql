insert into mail.delivery (council_id, message_id, account_id, try_at)
select $1, $2, account, $4
from unnest($3::bigint[]) as account
