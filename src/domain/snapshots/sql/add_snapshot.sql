insert into snapshots.snapshot
    (council_id, number, title, occasion, meeting_on, taken_at, taken_by, author, content, fingerprint, body)
values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10, ''))
returning number
