-- What the comments of an indicator said before they were changed, the latest first.
select t.comment_id, t.text, t.written_at
from indicators.comment c
join indicators.comment_text t on t.council_id = c.council_id and t.comment_id = c.id
where c.council_id = $1 and c.indicator_id = $2 and c.removed_at is null
    and exists (select from indicators.comment_text later
                where later.council_id = c.council_id and later.comment_id = c.id and later.number > t.number)
order by t.comment_id, t.number desc
