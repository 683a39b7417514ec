-- What a table changes. No row for an action that somebody else saved since its version was read.
update strategy.action as kept
set domain = given.domain, working_group = given.working_group, title = given.title, state = given.state,
    state_reason = given.state_reason, pilot = given.pilot, due = nullif(given.due, '')::date,
    progress = given.progress, search = given.search, version = kept.version + 1
from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
            $10::text[], $11::bigint[], $12::text[])
         as given (id, version, domain, working_group, title, state, state_reason, pilot, due, progress, search)
where kept.council_id = $1 and kept.id = given.id and kept.version = given.version
returning kept.id
