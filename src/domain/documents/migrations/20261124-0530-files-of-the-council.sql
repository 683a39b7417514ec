-- Other slices point at a file together with its council: a link never crosses from one council to another.
alter table documents.file add unique (council_id, id);
