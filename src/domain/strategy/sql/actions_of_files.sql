-- Actions that the loading of files made, but for those of $2. Of an action its history begins as "deleted".
select action.code, action.title
from strategy.action
where action.council_id = $1 and action.deleted_at is null and not action.code = any ($2::text[])
  and exists (select from strategy.change
              join strategy.change_set as made on made.id = change.change_set_id
              where change.action_id = action.id and change.field = 'deleted' and change.new = ''
                and change.step_id is null and made.account_id = 0 and made.kind = 'import')
order by action.position, action.id
