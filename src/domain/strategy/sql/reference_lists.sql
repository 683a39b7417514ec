select 'domain', code, label, label_en, '', position from strategy.domain where council_id = $1
union all
select 'objective', code, title, title_en, '', position from strategy.objective where council_id = $1
union all
select 'group', code, name, name_en, '', position from strategy.working_group where council_id = $1
union all
select 'axis', code, label, label_en, scheme, position from strategy.axis where council_id = $1
order by 1, 6, 2
