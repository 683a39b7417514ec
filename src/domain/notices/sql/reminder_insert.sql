insert into notices.reminder
    (council_id, organisation_id, week, figures, recipients, automatic, sent_by, sent_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
