-- What the council sends by mail of itself: a summary for its elected officials, reminders of figures. Texts are
-- aggregates; to whom they went is a number here.
create schema notices;
grant usage on schema notices to maillage_app;

-- Where links in mails begin, as the worker that has a relay says at its start: no row, nobody sends.
create table notices.sender (
    council_id bigint primary key,
    site text not null check (length(site) between 8 and 254)
);

-- Nothing leaves by itself until somebody switches it on; then under the rights that this account has on the day.
create table notices.setting (
    council_id bigint primary key,
    digest_automatic boolean not null default false,
    reminders_automatic boolean not null default false,
    set_by bigint not null,
    set_at timestamptz not null,
    checked_on date
);

create table notices.digest (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    -- First day of the quarter in which it went.
    quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    automatic boolean not null,
    recipients integer not null check (recipients > 0),
    subject_fr text not null,
    subject_en text not null,
    text_fr text not null check (length(text_fr) <= 20000),
    text_en text not null check (length(text_en) <= 20000),
    sent_by bigint not null,
    sent_at timestamptz not null,
    unique (council_id, id)
);
create unique index one_automatic_digest_a_quarter on notices.digest (council_id, quarter) where automatic;
create index digest_of_council on notices.digest (council_id, sent_at desc);

create table notices.reminder (
    id bigint generated always as identity primary key,
    council_id bigint not null,
    organisation_id bigint not null,
    -- Monday of its week: an organisation is reminded once in a week, whoever does it.
    week date not null check (extract(isodow from week) = 1),
    figures integer not null check (figures > 0),
    recipients integer not null check (recipients > 0),
    automatic boolean not null,
    sent_by bigint not null,
    sent_at timestamptz not null,
    unique (council_id, organisation_id, week),
    foreign key (council_id, organisation_id) references directory.organisation (council_id, id)
);

-- Who does not want a kind of mail.
create table notices.opt_out (
    council_id bigint not null,
    account_id bigint not null references identity.account (id) on delete cascade,
    kind text not null check (kind in ('digest', 'reminder')),
    primary key (account_id, kind)
);

do $$
declare
    name text;
begin
    foreach name in array array['sender', 'setting', 'digest', 'reminder', 'opt_out'] loop
        execute format('alter table notices.%I enable row level security', name);
        execute format('alter table notices.%I force row level security', name);
    end loop;
    foreach name in array array['setting', 'digest', 'reminder'] loop
        execute format('create policy readable on notices.%I for select '
                       'using (council_id = (select ctx.council_for(''read_governance'')))', name);
        execute format('create policy written on notices.%I '
                       'using (council_id = (select ctx.council_for(''edit_governance'')) or (select ctx.is_system()))',
                       name);
    end loop;
end
$$;
create policy readable on notices.sender for select
    using (council_id = (select ctx.council_for('use_own_account')));
create policy written on notices.sender using ((select ctx.is_system()));
create policy readable on notices.opt_out for select
    using (council_id = (select ctx.council_for('edit_governance')));
create policy own on notices.opt_out
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
grant select, insert, update on notices.setting to maillage_app;
grant select, insert on notices.digest, notices.reminder to maillage_app;
grant select, insert, update, delete on notices.sender to maillage_app;
grant select, insert, delete on notices.opt_out to maillage_app;
