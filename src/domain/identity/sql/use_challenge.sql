insert into identity.used_challenge (challenge_hash, used_at)
values ($1, $2)
on conflict (challenge_hash) do nothing
returning council_id
