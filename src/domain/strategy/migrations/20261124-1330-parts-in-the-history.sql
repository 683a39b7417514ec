-- What stands around an action (links, small records, money, news) enters the history of its changes, and a change
-- of it can be undone. The number stays in the history when the thing itself is gone.
alter table strategy.change add column part_id bigint;
alter table strategy.change_set drop constraint change_set_kind_check;
alter table strategy.change_set add constraint change_set_kind_check
    check (kind in ('create', 'edit', 'state', 'steps', 'bulk', 'deletion', 'import', 'undo', 'news', 'links',
                    'records', 'budget'));

-- What comes back does so under its own number: the insert names it.
grant usage on sequence strategy.link_id_seq, strategy.record_id_seq, strategy.record_line_id_seq,
    strategy.budget_line_id_seq to maillage_app;
