-- With the pair that it opened.
delete from identity.unlock_phrase
where council_id = $1
  and account_id = $2
