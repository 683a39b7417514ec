-- The values that a council's rules take, for the slices above this one.
create view territory_api.legal_threshold with (security_invoker = true) as
    select council_id, name, value, valid_from, valid_to from territory.legal_threshold;
grant select on territory_api.legal_threshold to maillage_app;
