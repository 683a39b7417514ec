-- A file proves an action or one of its steps. Its bytes stay with the documents; a piece taken away keeps its line,
-- with who took it away and when.
alter table strategy.step add unique (action_id, id);
alter table strategy.evidence
    alter column document_id type uuid using document_id::uuid,
    add column step_id bigint,
    add column account_id bigint not null,
    add column author text not null default '',
    -- The title without accents or capitals, for the search.
    add column search text not null default '',
    add column removed_at timestamptz,
    add column removed_by text not null default '',
    add check (length(title) between 1 and 200),
    add unique (council_id, document_id),
    add foreign key (council_id, document_id) references documents.file (council_id, id),
    add foreign key (action_id, step_id) references strategy.step (action_id, id);
revoke delete on strategy.evidence from maillage_app;
grant update (removed_at, removed_by) on strategy.evidence to maillage_app;
