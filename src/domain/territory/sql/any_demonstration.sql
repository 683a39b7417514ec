select exists (select 1 from territory.council where demonstration)
