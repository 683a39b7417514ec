select pg_notify('maillage_jobs', '')
