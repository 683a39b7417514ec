-- Nothing when $3 is no longer the last version: somebody wrote meanwhile.
insert into final_review.text (council_id, part, version, seen, body, written_by, written_at)
select $1::bigint, $2::text, $3::int + 1, $3::int, $4::text, $5::bigint, $6::timestamptz
where $3::int = (select coalesce(max(text.version), 0) from final_review.text as text
                 where text.council_id = $1 and text.part = $2)
on conflict (council_id, part, version) do nothing
returning id
