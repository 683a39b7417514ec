delete from identity.session
where account_id = $1
  and token_hash not in (
      select token_hash
      from identity.session
      where account_id = $1
      order by created_at desc
      limit $2)
