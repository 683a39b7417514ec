delete from identity.provider_subject
where council_id = $1
  and account_id = $2
returning account_id
