-- The delivery that waits longest; another worker's is left to it.
select d.id, d.council_id, d.account_id, d.attempts, d.token::text, t.subject_fr, t.subject_en, t.text_fr, t.text_en,
    m.stop_path, m.created_at
from mail.delivery d
join mail.message m on m.id = d.message_id
join mail.text t on t.message_id = m.id
where d.state = 'waiting' and d.try_at <= $1
order by d.try_at, d.id
limit 1
for update of d skip locked
