-- A new one ($3 null), or one that comes back under its number. Nothing when the action has such a link already.
insert into strategy.link (id, council_id, action_id, kind, target, label)
overriding system value
values (coalesce($3::bigint, nextval('strategy.link_id_seq')), $1, $2, $4, $5, $6)
on conflict do nothing
returning id
