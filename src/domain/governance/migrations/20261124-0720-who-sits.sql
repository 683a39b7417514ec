-- Who holds a function: an account or a contact, never both. A college is the part of the body a member belongs to.
-- A quorum is the council's own rule, written with its source: none is supposed.
alter table governance.member
    add column college text check (college in ('elected', 'state', 'justice', 'territorial', 'partners')),
    add column fictional boolean not null default false,
    -- The mandate that this one follows.
    add column replaces bigint,
    add check (account_id is null or contact_id is null),
    add foreign key (council_id, replaces) references governance.member (council_id, id),
    add foreign key (account_id) references identity.account (id);
create index member_by_account on governance.member (account_id) where account_id is not null;
create index member_by_contact on governance.member (contact_id) where contact_id is not null;
alter table governance.body
    add column quorum_percent integer check (quorum_percent between 1 and 100),
    add column quorum_source text not null default '' check (length(quorum_source) <= 200),
    add check (quorum_percent is null or quorum_source <> '');
