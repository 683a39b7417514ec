-- What a file says of a commune that has no line yet: later, people say it.
insert into territory.membership (council_id, commune_code, standing, since, until, source)
select $1, $2, $3, $4::date, $5::date, $6
where not exists (select from territory.membership where council_id = $1 and commune_code = $2)
