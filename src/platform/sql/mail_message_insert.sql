insert into mail.message (council_id, kind, subject_fr, subject_en, text_fr, text_en, stop_path, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
