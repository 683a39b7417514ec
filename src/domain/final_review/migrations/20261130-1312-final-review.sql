-- The coordinator's texts of the final review (EVA-4), one a part. History is appended: a text that changes gets a
-- version more; one that somebody wrote over a version that was no longer the last is set aside, without a version.
create schema final_review;
grant usage on schema final_review to maillage_app;

create table final_review.text (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    -- The code of an objective, or "whole".
    part text not null check (length(part) between 1 and 20),
    version integer check (version >= 1),
    -- What its author had before the eyes: 0 for nothing yet.
    seen integer not null check (seen >= 0),
    body text not null check (length(body) <= 8000),
    written_by bigint not null,
    written_at timestamptz not null,
    unique (council_id, part, version),
    check (version is null or version = seen + 1)
);
create index text_of_part on final_review.text (council_id, part, id);

-- A text as it is typed: its author's alone, until it is sent.
create table final_review.draft (
    council_id bigint not null,
    account_id bigint not null,
    part text not null check (length(part) between 1 and 20),
    seen integer not null check (seen >= 0),
    body text not null check (length(body) <= 8000),
    saved_at timestamptz not null,
    primary key (council_id, account_id, part)
);

alter table final_review.text enable row level security;
alter table final_review.text force row level security;
create policy readable on final_review.text for select
    using (council_id = (select ctx.council_for('read_indicators')) and version is not null);
create policy written on final_review.text
    using (council_id = (select ctx.council_for('write_final_review')) or (select ctx.is_system()));
grant select, insert on final_review.text to maillage_app;

alter table final_review.draft enable row level security;
alter table final_review.draft force row level security;
create policy own on final_review.draft
    using ((council_id = (select ctx.council_for('write_final_review')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update, delete on final_review.draft to maillage_app;
