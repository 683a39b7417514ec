delete from identity.session
where token_hash = $1
  and (created_at <= $2 or seen_at <= $3)
