-- Nothing when another version was written since the form was opened ($7).
insert into identity.charter (council_id, version, title, body, in_force_from, written_by, written_at)
select $1::bigint, ($7::bigint + 1)::integer, $2::text, $3::text, $4::date, $5::bigint, $6::timestamptz
where $7 = (select coalesce(max(c.version), 0) from identity.charter c where c.council_id = $1)
on conflict do nothing
returning version
