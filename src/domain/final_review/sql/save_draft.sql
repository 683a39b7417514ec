insert into final_review.draft (council_id, account_id, part, seen, body, saved_at)
values ($1, $2, $3, $4, $5, $6::timestamptz)
on conflict (council_id, account_id, part) do update
set seen = excluded.seen, body = excluded.body, saved_at = excluded.saved_at
