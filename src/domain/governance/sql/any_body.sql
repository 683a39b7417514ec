select exists (select from governance.body where council_id = $1)
