select exists (
    select
    from identity.session s
    join identity.account a on a.id = s.account_id
    where s.council_id = $1
      and s.account_id = $2
      and s.id::text = $3
      and s.created_at > $4
      and s.seen_at > $5
      and a.disabled_at is null)
