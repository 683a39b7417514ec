-- Which of the first steps an account leaves out: their names, separated by commas. Bringing the list back in the
-- profile begins it anew.
alter table identity.account
    add column skipped_steps text not null default '' check (length(skipped_steps) <= 200);
