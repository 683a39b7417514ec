-- A fact that no source at hand proves yet says so on every page that shows it.
alter table territory.zone add column to_verify boolean not null default false;
alter table territory.legal_threshold add column to_verify boolean not null default false;
