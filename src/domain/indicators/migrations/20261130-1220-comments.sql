-- What people say of an indicator. Each text of a comment is kept: one that is changed gets a text more, one that is
-- taken away says who did it and why, and its texts are read by nobody but those who may take away.
create table indicators.comment (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    indicator_id bigint not null,
    account_id bigint not null,
    author text not null check (length(author) between 1 and 200),
    written_at timestamptz not null,
    removed_at timestamptz,
    removed_by bigint,
    removed_because text not null default '' check (length(removed_because) <= 300),
    unique (council_id, id),
    check ((removed_at is null) = (removed_because = '')),
    check ((removed_at is null) = (removed_by is null)),
    foreign key (council_id, indicator_id) references indicators.indicator (council_id, id)
);
create index comment_of_indicator on indicators.comment (indicator_id, written_at);

create table indicators.comment_text (
    council_id bigint not null,
    comment_id bigint not null,
    number integer not null check (number >= 1),
    text text not null check (length(text) between 1 and 2000),
    written_at timestamptz not null,
    primary key (comment_id, number),
    foreign key (council_id, comment_id) references indicators.comment (council_id, id)
);

do $$
declare
    name text;
begin
    foreach name in array array['comment', 'comment_text'] loop
        execute format('alter table indicators.%I enable row level security', name);
        execute format('alter table indicators.%I force row level security', name);
        execute format('create policy written on indicators.%I '
                       'using (council_id = (select ctx.council_for(''edit_indicators'')) or (select ctx.is_system()))',
                       name);
    end loop;
end
$$;
create policy readable on indicators.comment for select
    using (council_id = (select ctx.council_for('read_indicators')));
-- Whoever gives the figures of an indicator comments on it, in their own name.
create policy added_by_the_owner on indicators.comment for insert
    with check (account_id = (select ctx.account()) and indicators.filled_by_caller(council_id, indicator_id));

create policy readable on indicators.comment_text for select
    using (council_id = (select ctx.council_for('read_indicators'))
           and comment_id in (select c.id from indicators.comment c where c.removed_at is null));
create policy added_by_its_author on indicators.comment_text for insert
    with check (comment_id in (select c.id from indicators.comment c
                               where c.council_id = comment_text.council_id and c.removed_at is null
                                   and c.account_id = (select ctx.account())
                                   and indicators.filled_by_caller(c.council_id, c.indicator_id)));

grant select, insert, update (removed_at, removed_by, removed_because) on indicators.comment to maillage_app;
grant select, insert on indicators.comment_text to maillage_app;
