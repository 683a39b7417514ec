-- A body may follow a working group of its own council's strategy: the key makes sure that the group exists.
alter table governance.body add constraint follows_a_group_of_the_strategy
    foreign key (council_id, strategy_group) references strategy.working_group (council_id, code);
