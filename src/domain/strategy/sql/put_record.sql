-- A new one ($3 null), or one that comes back under its number. Nothing when the action has a record of this title.
insert into strategy.record (id, council_id, action_id, kind, title, title_en, unit, unit_en, target)
overriding system value
values (coalesce($3::bigint, nextval('strategy.record_id_seq')), $1, $2, $4, $5, $6, $7, $8, $9)
on conflict do nothing
returning id
