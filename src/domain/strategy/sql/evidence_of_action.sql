-- Those taken away too: the page lists them apart.
select piece.id, piece.document_id::text, piece.step_id, piece.title, piece.at, piece.author, piece.account_id,
       coalesce(stored.kind, ''), coalesce(stored.size_bytes, 0), coalesce(stored.state, ''),
       coalesce(stored.refusal, ''), coalesce(stored.check_job, 0), piece.removed_at, piece.removed_by
from strategy.evidence as piece
left join documents_api.file as stored on stored.council_id = piece.council_id and stored.id = piece.document_id
where piece.council_id = $1 and piece.action_id = $2
order by piece.at desc, piece.id desc
