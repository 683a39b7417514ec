insert into indicators.comment_text (council_id, comment_id, number, text, written_at)
values ($1, $2, $3, $4, $5)
on conflict (comment_id, number) do nothing
returning number::bigint
