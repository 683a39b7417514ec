-- A partner that the directory knows is a link to it; a name that it does not know stays a name.
create table strategy.action_organisation (
    council_id bigint not null,
    action_id bigint not null references strategy.action on delete cascade,
    organisation_id bigint not null,
    primary key (action_id, organisation_id),
    foreign key (council_id, organisation_id) references directory.organisation (council_id, id)
);
create index action_of_organisation on strategy.action_organisation (council_id, organisation_id);
alter table strategy.action_organisation enable row level security;
alter table strategy.action_organisation force row level security;
create policy of_the_council on strategy.action_organisation
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant select, insert, delete on strategy.action_organisation to maillage_app;

drop view strategy.action_row;
create view strategy.action_row with (security_invoker = true) as
    select action.id, action.code, action.domain, action.objective, action.working_group, action.title,
           action.title_en, action.summary, action.summary_en, action.state, action.state_reason, action.pilot,
           action.quartiers, action.starts, action.due, action.fictional, action.version, action.progress,
           action.next_step_due, action.news_at, action.deleted_at is not null as deleted,
           array(select axis.axis from strategy.action_axis as axis
                 where axis.action_id = action.id order by axis.axis collate "C") as axes,
           array(select known.key from strategy.action_organisation as partner
                 join directory_api.organisation as known
                     on known.council_id = partner.council_id and known.id = partner.organisation_id
                 where partner.action_id = action.id order by known.key collate "C") as organisations,
           array(select partner.name from strategy.action_partner as partner
                 where partner.action_id = action.id order by partner.name collate "C") as partners,
           action.council_id, action.position, action.search
    from strategy.action;
grant select on strategy.action_row to maillage_app;
