select site from notices.sender where council_id = $1
