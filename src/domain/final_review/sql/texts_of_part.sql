-- Every text of a part, the latest first, those set aside too.
select text.part, text.id, text.version, text.seen, text.body, coalesce(author.display_name, ''), text.written_at, text.written_by
from final_review.text as text
left join identity_api.account as author on author.council_id = text.council_id and author.id = text.written_by
where text.council_id = $1 and text.part = $2
order by text.id desc
