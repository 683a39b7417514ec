-- The latest first, with the text of now and how often it changed; none for one that was taken away.
select c.id, c.account_id, c.author, c.written_at, c.removed_at, c.removed_because, coalesce(now.text, ''),
    coalesce(now.number, 0), now.written_at
from indicators.comment c
left join lateral (
    select t.text, t.number, t.written_at
    from indicators.comment_text t
    where t.council_id = c.council_id and t.comment_id = c.id and c.removed_at is null
    order by t.number desc
    limit 1) now on true
where c.council_id = $1 and c.indicator_id = $2
order by c.written_at desc, c.id desc
limit 200
