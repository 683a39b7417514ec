insert into final_review.text (council_id, part, seen, body, written_by, written_at)
values ($1, $2, $3, $4, $5, $6::timestamptz)
returning id
