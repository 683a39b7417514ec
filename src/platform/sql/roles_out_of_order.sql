select wanted.name
from unnest(array['maillage_owner', 'maillage_app', 'maillage_public']) as wanted (name)
left join pg_catalog.pg_roles r on r.rolname = wanted.name
where r.oid is null
   or r.rolsuper
   or r.rolbypassrls
   or r.rolcreaterole
   or r.rolcreatedb
   or r.rolreplication
order by wanted.name
