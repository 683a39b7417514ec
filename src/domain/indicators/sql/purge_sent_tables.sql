delete from indicators.sent_table
where sent_at < $1
