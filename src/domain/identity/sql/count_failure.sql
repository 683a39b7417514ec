insert into identity.failure (subject, count, last_at)
values ($1, 1, $2)
on conflict (subject) do update
set count = case when identity.failure.last_at < $3 then 1 else identity.failure.count + 1 end,
    last_at = excluded.last_at
returning count
