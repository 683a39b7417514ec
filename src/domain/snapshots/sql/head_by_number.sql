select number, title, occasion, meeting_on, taken_at, author, encode(fingerprint, 'hex')
from snapshots.snapshot
where council_id = $1 and number = $2
