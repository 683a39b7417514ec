-- Deleted ones too: undoing a deletion starts here.
select *
from strategy.action_row
where council_id = $1 and id = $2
