-- Whoever shows a contact shows that it is fictional.
create or replace view directory_api.contact with (security_invoker = true) as
    select council_id, id, organisation_id, function, name, removed_at is not null as removed, fictional
    from directory.contact;
