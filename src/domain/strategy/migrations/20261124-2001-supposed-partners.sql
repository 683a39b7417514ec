-- Which partners of an action the demonstration supposes: the strategy does not name them.
alter table strategy.action_partner add column supposed boolean not null default false;
alter table strategy.action_organisation add column supposed boolean not null default false;
grant update (supposed) on strategy.action_partner, strategy.action_organisation to maillage_app;
