-- The rows of the lists are kept for a revision: they name the partners.
create constraint trigger counted_in_the_revision
after insert or update or delete on strategy.action_partner
deferrable initially deferred
for each row execute function strategy.count_revision();
