-- A mandate that is ended on the day it began was valid on no day: its last day is the day before the first.
-- Without this a right given by mistake could not be taken away before the next day.
alter table identity.mandate
    drop constraint mandate_check,
    add constraint mandate_days check (until_day is null or until_day >= from_day - 1);
