-- A few at once are enough: nothing when as many wait already, or one for the same role.
insert into identity.access_request (council_id, account_id, role, on_behalf, reason, asked_at)
select $1::bigint, $2::bigint, $3::text, $4::text, $5::text, $6::timestamptz
where (select count(*) from identity.access_request r
       where r.council_id = $1 and r.account_id = $2 and r.state = 'open') < $7
  and not exists (select from identity.access_request r
                  where r.council_id = $1 and r.account_id = $2 and r.state = 'open' and r.role = $3)
returning id
