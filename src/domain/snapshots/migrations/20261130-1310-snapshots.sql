-- Snapshots of the dashboard (EVA-3): numbered without a gap, whole, and never changed.
create schema snapshots;
grant usage on schema snapshots to maillage_app;

create table snapshots.snapshot (
    id bigint generated always as identity primary key,
    council_id bigint not null references territory.council (id),
    -- Given by the database, whatever is asked for.
    number integer not null check (number >= 1),
    title text not null check (length(title) between 1 and 200),
    -- The meeting it is for: the body's kind and the day.
    occasion text not null check (occasion in ('plenary', 'restricted', 'other')),
    meeting_on date,
    taken_at timestamptz not null,
    taken_by bigint not null,
    -- As it was that day: an account that closes takes no name away from what was shown.
    author text not null check (length(author) between 1 and 200),
    -- A JSON document, as text: what its fingerprint was computed from.
    content text not null check (content::jsonb ->> 'format' is not null),
    fingerprint bytea not null check (fingerprint = sha256(convert_to(content, 'UTF8'))),
    unique (council_id, number),
    check (occasion = 'other' or meeting_on is not null)
);

alter table snapshots.snapshot enable row level security;
alter table snapshots.snapshot force row level security;
create policy readable on snapshots.snapshot for select
    using (council_id = (select ctx.council_for('read_indicators')));
create policy written on snapshots.snapshot
    using (council_id = (select ctx.council_for('take_snapshots')) or (select ctx.is_system()));
grant select, insert on snapshots.snapshot to maillage_app;

-- One after the other within a council: who freezes at the same moment waits for the end of the first.
create function snapshots.give_number() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('snapshots.snapshot', new.council_id));
    select coalesce(max(s.number), 0) + 1 into new.number
    from snapshots.snapshot s
    where s.council_id = new.council_id;
    return new;
end
$$;
create trigger numbered before insert on snapshots.snapshot
    for each row execute function snapshots.give_number();

-- For every role, the owner and the superuser too; "always": in a session that replays a replica's changes as well.
create function snapshots.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    raise exception 'a snapshot is never changed';
end
$$;
create trigger never_changed before update or delete on snapshots.snapshot
    for each row execute function snapshots.refuse_change();
create trigger never_truncated before truncate on snapshots.snapshot
    for each statement execute function snapshots.refuse_change();
alter table snapshots.snapshot enable always trigger never_changed;
alter table snapshots.snapshot enable always trigger never_truncated;
alter table snapshots.snapshot enable always trigger numbered;

revoke all on function snapshots.give_number() from public;
revoke all on function snapshots.refuse_change() from public;
grant execute on function snapshots.give_number(), snapshots.refuse_change() to maillage_app;
