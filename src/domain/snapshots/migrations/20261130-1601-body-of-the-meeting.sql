-- The body in whose meeting it was shown (EVA-3); none for another occasion, or where nobody named one.
alter table snapshots.snapshot
    add column body text,
    add foreign key (council_id, body) references governance.body (council_id, code),
    add check (body is null or occasion <> 'other');
