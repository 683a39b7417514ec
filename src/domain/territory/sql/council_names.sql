select name from territory.council order by name
