insert into notices.digest
    (council_id, quarter, automatic, recipients, subject_fr, subject_en, text_fr, text_en, sent_by, sent_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning id
