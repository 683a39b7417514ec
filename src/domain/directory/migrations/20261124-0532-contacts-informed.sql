-- On what ground a person's details are kept, and the day on which the person was told: RGPD art. 6-1 and 13-14.
alter table directory.contact
    add column basis text not null default 'public_task' check (basis in ('public_task', 'consent')),
    add column informed_on date,
    add check (basis <> 'consent' or informed_on is not null);
