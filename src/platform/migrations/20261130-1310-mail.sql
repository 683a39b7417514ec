-- Mails that wait for the relay or went. A message is one text in both languages, kept apart from what may be told of
-- it; a delivery is one account that gets it. No address stands here: it is read from the account at the moment of sending, in the language of that moment.
create schema mail;
grant usage on schema mail to maillage_app;

create table mail.message (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    kind text not null check (kind ~ '^[a-z_]{1,40}$'),
    -- Where these mails are stopped: what follows the address of the site.
    stop_path text not null default '' check (length(stop_path) <= 200),
    created_at timestamptz not null,
    unique (council_id, id)
);

create table mail.text (
    message_id bigint primary key,
    council_id bigint not null,
    subject_fr text not null check (length(subject_fr) between 1 and 120),
    subject_en text not null check (length(subject_en) between 1 and 120),
    text_fr text not null check (length(text_fr) between 1 and 20000),
    text_en text not null check (length(text_en) between 1 and 20000),
    foreign key (council_id, message_id) references mail.message (council_id, id) on delete cascade
);

create table mail.delivery (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    message_id bigint not null,
    account_id bigint not null,
    -- The same at each attempt: a server that saw it twice knows it.
    token uuid not null default gen_random_uuid(),
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'given_up', 'no_address')),
    attempts smallint not null default 0,
    try_at timestamptz not null,
    -- What went wrong last: a word of ours, and the answer of the server without its text, which quotes addresses.
    trouble text not null default '' check (trouble ~ '^[a-z_]{0,40}$'),
    code smallint not null default 0,
    finished_at timestamptz,
    unique (message_id, account_id),
    foreign key (council_id, message_id) references mail.message (council_id, id) on delete cascade
);
create index delivery_due on mail.delivery (try_at) where state = 'waiting';
create index delivery_of_council on mail.delivery (council_id, id desc);
create index delivery_finished on mail.delivery (finished_at) where finished_at is not null;

-- Who manages accounts sees to whom mails go and which do not arrive, starts one anew, and reads none: the texts are for
-- the worker that sends them. Who runs the council queues.
do $$
declare
    name text;
begin
    foreach name in array array['message', 'text', 'delivery'] loop
        execute format('alter table mail.%I enable row level security', name);
        execute format('alter table mail.%I force row level security', name);
        execute format('create policy queued on mail.%I for insert '
                       'with check (council_id = (select ctx.council_for(''edit_governance'')))', name);
        execute format('create policy worked on mail.%I using ((select ctx.is_system()))', name);
        execute format('grant select, insert, delete on mail.%I to maillage_app', name);
    end loop;
end
$$;
-- The queue reads back the number of the message that it adds.
create policy readable on mail.message for select
    using (council_id = (select ctx.council_for('manage_accounts', 'edit_governance')));
create policy readable on mail.delivery for select
    using (council_id = (select ctx.council_for('manage_accounts')));
create policy started_anew on mail.delivery for update
    using (council_id = (select ctx.council_for('manage_accounts')));
grant update (state, attempts, try_at, trouble, code, finished_at) on mail.delivery to maillage_app;
