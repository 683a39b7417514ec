delete from notices.sender where council_id > 0
