insert into documents.file (id, council_id, title, kind, size_bytes, sha256, bytes, uploaded_by, check_job)
values ($2::text::uuid, $1, $3, $4, $5, $6, $7, $8, $9)
