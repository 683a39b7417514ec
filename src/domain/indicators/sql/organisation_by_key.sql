select id from directory_api.organisation where council_id = $1 and key = $2
