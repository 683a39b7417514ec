select action.code, piece.title
from strategy.evidence as piece
join strategy.action on action.id = piece.action_id
where piece.council_id = $1
  and piece.removed_at is null
  and action.deleted_at is null
  and piece.search like '%' || $2 || '%'
order by piece.at desc, piece.id desc
limit $3
