delete from mail.message m
where m.created_at < $1
and not exists (select from mail.delivery d where d.message_id = m.id)
