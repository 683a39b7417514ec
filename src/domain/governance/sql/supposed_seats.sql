-- Functions that sit on the day $2 and that no document names: the data file supposed them.
select count(*)
from governance.member
where council_id = $1
  and fictional
  and from_day <= $2
  and (until_day is null or until_day >= $2)
