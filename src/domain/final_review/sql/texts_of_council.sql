-- The latest text of every part.
select distinct on (text.part) text.part, text.id, text.version, text.seen, text.body, coalesce(author.display_name, ''),
    text.written_at, text.written_by
from final_review.text as text
left join identity_api.account as author on author.council_id = text.council_id and author.id = text.written_by
where text.council_id = $1 and text.version is not null
order by text.part, text.version desc
