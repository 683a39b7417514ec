select format('%s.%s', n.nspname, c.relname)
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
  and n.nspname not like 'pg\_%'
  and case
          when c.relkind in ('r', 'p') then not c.relrowsecurity
              or not c.relforcerowsecurity
              or not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid)
          when c.relkind in ('v', 'm') then not coalesce('security_invoker=true' = any (c.reloptions), false)
          else false
      end
order by 1
