-- A commune may join the council, leave it and come back: one line for each time, never two at once (the store looks).
alter table territory.membership drop constraint membership_pkey;
alter table territory.membership add column id bigint generated always as identity primary key;
create index membership_of_commune on territory.membership (council_id, commune_code);
create unique index membership_open on territory.membership (council_id, commune_code) where until is null;
revoke delete on territory.membership from maillage_app;
