with ended as (
    delete from identity.passkey
    where council_id = $1
      and account_id = $2
    returning id)
select count(*) from ended
