select s.number, s.title, s.occasion, s.meeting_on, s.taken_at, s.author, encode(s.fingerprint, 'hex'),
    coalesce(s.body, ''), coalesce(b.name, ''), coalesce(b.name_en, ''), s.content
from snapshots.snapshot s
left join governance_api.body b on b.council_id = s.council_id and b.code = s.body
where s.council_id = $1 and s.number = $2
