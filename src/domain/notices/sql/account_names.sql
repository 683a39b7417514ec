select id, display_name from identity_api.account where council_id = $1 and id = any ($2)
