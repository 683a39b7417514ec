with old_submissions as (delete from identity.submission where started_at < $1),
     old_failures as (delete from identity.failure where last_at < $1),
     old_invitations as (delete from identity.invitation where expires_at <= $5),
     old_forms as (delete from identity.kept_form where kept_at < $2),
     old_halves as (delete from identity.half_sign_in where started_at < $2),
     old_challenges as (delete from identity.used_challenge where used_at < $2)
delete from identity.session
where created_at < $3
   or seen_at < $4
