-- Whether the first steps of a new council stand on the page of the day: each account puts its list away.
alter table identity.account
    add column first_steps boolean not null default true;
