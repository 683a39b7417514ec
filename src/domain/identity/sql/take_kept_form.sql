delete from identity.kept_form
where token_hash = $1
  and kept_at > $2
returning path, fields
