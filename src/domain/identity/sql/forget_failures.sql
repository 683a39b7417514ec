delete from identity.failure
where subject = $1
