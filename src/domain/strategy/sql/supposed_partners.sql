-- Keys of the directory and names that it does not know.
select known.key
from strategy.action_organisation as partner
join directory_api.organisation as known
    on known.council_id = partner.council_id and known.id = partner.organisation_id
where partner.council_id = $1 and partner.action_id = $2 and partner.supposed
union all
select name
from strategy.action_partner
where council_id = $1 and action_id = $2 and supposed
