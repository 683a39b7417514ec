update governance.body
set quorum_percent = $3, quorum_source = $4
where council_id = $1 and code = $2
returning id
