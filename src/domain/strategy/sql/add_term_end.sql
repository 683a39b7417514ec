insert into strategy.term_end (council_id, version, ends, source, set_by, set_at)
select $1::bigint, coalesce(max(version), 0) + 1, $2::date, $3::text, $4::bigint, $5::timestamptz
from strategy.term_end
where council_id = $1
