select documents.settle($1, $2::text::uuid, $3, $4, $5)
