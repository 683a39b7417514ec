-- The version that a page showed ($3) gives way to the next one; no row when somebody else was faster.
update indicators.indicator
set version = version + 1
where council_id = $1 and id = $2 and version = $3
returning version
