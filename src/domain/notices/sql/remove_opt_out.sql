delete from notices.opt_out where council_id = $1 and account_id = $2 and kind = $3
