insert into mail.text (message_id, council_id, subject_fr, subject_en, text_fr, text_en)
values ($1, $2, $3, $4, $5, $6)
