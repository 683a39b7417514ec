select s.number, s.title, s.occasion, s.meeting_on, s.taken_at, s.author, encode(s.fingerprint, 'hex'),
    coalesce(s.body, ''), coalesce(b.name, ''), coalesce(b.name_en, '')
from snapshots.snapshot s
left join governance_api.body b on b.council_id = s.council_id and b.code = s.body
where s.council_id = $1
order by s.number desc
