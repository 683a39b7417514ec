-- Which part of a body a member belongs to: mails to elected officials ask for it.
create or replace view governance_api.member with (security_invoker = true) as
    select council_id, id, body_id, organisation_id, account_id, from_day, until_day, college from governance.member;
