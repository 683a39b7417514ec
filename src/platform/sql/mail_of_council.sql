select d.id, m.kind, m.created_at, d.account_id, d.state, d.attempts, d.trouble, d.code, d.finished_at
from mail.delivery d
join mail.message m on m.id = d.message_id
where d.council_id = $1
order by d.id desc
limit $2
