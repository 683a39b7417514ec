delete from mail.delivery where finished_at < $1
