-- The actions that are deleted, each with the act that deleted it: the last one that says so.
create view strategy.deleted_action with (security_invoker = true) as
    select action.council_id, action.id, action.code, action.domain, action.title, action.title_en, action.position,
           made.id as change_set_id, made.at, made.author
    from strategy.action
    cross join lateral (select change.change_set_id
                        from strategy.change
                        where change.council_id = action.council_id and change.action_id = action.id
                          and change.step_id is null and change.field = 'deleted' and change.new = 'yes'
                        order by change.id desc
                        limit 1) as deletion
    join strategy.change_set as made on made.id = deletion.change_set_id
    where action.deleted_at is not null;
grant select on strategy.deleted_action to maillage_app;
