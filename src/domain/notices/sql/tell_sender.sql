insert into notices.sender (council_id, site)
select id, $1 from territory_api.council
on conflict (council_id) do update set site = excluded.site
where sender.site <> excluded.site
