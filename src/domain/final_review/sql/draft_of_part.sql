select seen, body, saved_at
from final_review.draft
where council_id = $1 and account_id = $2 and part = $3
