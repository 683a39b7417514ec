insert into governance.prefect_record (council_id, told_on, subject, noted_by)
values ($1, $2, $3, $4)
returning id
