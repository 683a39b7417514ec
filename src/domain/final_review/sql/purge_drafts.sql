delete from final_review.draft
where saved_at < $1::timestamptz
