-- What a table brings, in its order. No row for a code that another action has, were it written at this very moment.
insert into strategy.action (council_id, code, domain, working_group, title, state, pilot, due, progress, search,
                             news_at, position)
select $1, given.code, given.domain, given.working_group, given.title, given.state, given.pilot,
       nullif(given.due, '')::date, given.progress, given.search, $11::timestamptz, last.position + 10 * given.rank
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[],
            $10::text[])
         with ordinality as given (code, domain, working_group, title, state, pilot, due, progress, search, rank)
cross join (select coalesce(max(position), 0) as position from strategy.action where council_id = $1) as last
order by given.rank
on conflict (council_id, code) where deleted_at is null do nothing
returning id, code
