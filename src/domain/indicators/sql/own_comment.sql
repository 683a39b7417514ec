-- The number of the latest text of $3, when it is a comment of this indicator that this account wrote and that stands.
select max(t.number)
from indicators.comment c
join indicators.comment_text t on t.council_id = c.council_id and t.comment_id = c.id
where c.council_id = $1 and c.indicator_id = $2 and c.id = $3 and c.account_id = $4 and c.removed_at is null
having max(t.number) is not null
