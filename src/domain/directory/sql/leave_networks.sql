delete from directory.network_member
where council_id = $1 and organisation_id = $2
