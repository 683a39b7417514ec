select email, language from identity.account where council_id = $1 and id = $2 and disabled_at is null
