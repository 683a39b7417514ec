

CREATE SCHEMA audit;

ALTER SCHEMA audit OWNER TO maillage_owner;

CREATE SCHEMA audit_api;

ALTER SCHEMA audit_api OWNER TO maillage_owner;

CREATE SCHEMA ctx;

ALTER SCHEMA ctx OWNER TO maillage_owner;

CREATE SCHEMA directory;

ALTER SCHEMA directory OWNER TO maillage_owner;

CREATE SCHEMA directory_api;

ALTER SCHEMA directory_api OWNER TO maillage_owner;

CREATE SCHEMA documents;

ALTER SCHEMA documents OWNER TO maillage_owner;

CREATE SCHEMA documents_api;

ALTER SCHEMA documents_api OWNER TO maillage_owner;

CREATE SCHEMA final_review;

ALTER SCHEMA final_review OWNER TO maillage_owner;

CREATE SCHEMA governance;

ALTER SCHEMA governance OWNER TO maillage_owner;

CREATE SCHEMA governance_api;

ALTER SCHEMA governance_api OWNER TO maillage_owner;

CREATE SCHEMA identity;

ALTER SCHEMA identity OWNER TO maillage_owner;

CREATE SCHEMA identity_api;

ALTER SCHEMA identity_api OWNER TO maillage_owner;

CREATE SCHEMA indicators;

ALTER SCHEMA indicators OWNER TO maillage_owner;

CREATE SCHEMA jobs;

ALTER SCHEMA jobs OWNER TO maillage_owner;

CREATE SCHEMA mail;

ALTER SCHEMA mail OWNER TO maillage_owner;

CREATE SCHEMA notices;

ALTER SCHEMA notices OWNER TO maillage_owner;

CREATE SCHEMA snapshots;

ALTER SCHEMA snapshots OWNER TO maillage_owner;

CREATE SCHEMA strategy;

ALTER SCHEMA strategy OWNER TO maillage_owner;

CREATE SCHEMA strategy_api;

ALTER SCHEMA strategy_api OWNER TO maillage_owner;

CREATE SCHEMA territory;

ALTER SCHEMA territory OWNER TO maillage_owner;

CREATE SCHEMA territory_api;

ALTER SCHEMA territory_api OWNER TO maillage_owner;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

COMMENT ON EXTENSION postgis IS 'PostGIS geometry and geography spatial types and functions';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE FUNCTION audit.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    raise exception 'audit entries are never changed';
end
$$;

ALTER FUNCTION audit.refuse_change() OWNER TO maillage_owner;

CREATE FUNCTION ctx.account() RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
declare
    part text[] := ctx.verified();
begin
    return part[1];
end
$$;

ALTER FUNCTION ctx.account() OWNER TO maillage_owner;

CREATE FUNCTION ctx.council() RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
declare
    part text[] := ctx.verified();
begin
    return part[2];
end
$$;

ALTER FUNCTION ctx.council() OWNER TO maillage_owner;

CREATE FUNCTION ctx.council_for(VARIADIC acts text[]) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
declare
    part text[] := ctx.verified();
begin
    if string_to_array(part[4], ',') && acts then
        return part[2];
    end if;
    return null;
end
$$;

ALTER FUNCTION ctx.council_for(VARIADIC acts text[]) OWNER TO maillage_owner;

CREATE FUNCTION ctx.is_system() RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
declare
    part text[] := ctx.verified();
begin
    return coalesce(part[3] = 's', false);
end
$$;

ALTER FUNCTION ctx.is_system() OWNER TO maillage_owner;

CREATE FUNCTION ctx.verified() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    said text := current_setting('app.ctx', true);
    mac_key text := (select key from ctx.mac_key);
    part text[];
begin
    -- "…|" and 64 hexadecimal digits.
    if said is null or encode(public.hmac(convert_to(left(said, -65), 'UTF8'), convert_to(mac_key, 'UTF8'), 'sha256'), 'hex')
       is distinct from right(said, 64) then
        return null;
    end if;
    part := string_to_array(said, '|');
    if array_length(part, 1) is distinct from 7 or part[5]::int <> pg_backend_pid()
       or part[6]::bigint < extract(epoch from clock_timestamp()) then
        return null;
    end if;
    return part[1:4];
end
$$;

ALTER FUNCTION ctx.verified() OWNER TO maillage_owner;

CREATE FUNCTION documents.settle(of_council bigint, wanted uuid, reason text, content bytea, fingerprint bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if not ctx.is_system() then
        raise exception 'a file is settled by the application alone' using errcode = 'insufficient_privilege';
    end if;
    update documents.file
    set state = case reason when '' then 'ready' else 'refused' end,
        refusal = reason,
        bytes = content,
        size_bytes = case reason when '' then length(content) else size_bytes end,
        sha256 = case reason when '' then fingerprint else sha256 end
    where council_id = of_council and id = wanted and state = 'checking';
    return found;
end
$$;

ALTER FUNCTION documents.settle(of_council bigint, wanted uuid, reason text, content bytea, fingerprint bytea) OWNER TO maillage_owner;

CREATE FUNCTION identity.account_changes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
declare
    said constant text[] := array['email', 'display_name', 'external_id', 'disabled_at', 'closed_by_directory', 'directory',
                                  'changed_at'];
begin
    if ctx.council_for('provision_accounts') is not null and to_jsonb(new) - said is distinct from to_jsonb(old) - said then
        raise exception 'the directory does not change this' using errcode = 'insufficient_privilege';
    end if;
    new.changed_at := now();
    return new;
end
$$;

ALTER FUNCTION identity.account_changes() OWNER TO maillage_owner;

CREATE FUNCTION identity.charter_signed(council bigint, account bigint, day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
    select coalesce(
        (select exists (select from identity.charter_signature s
                        where s.council_id = council
                          and s.account_id = account
                          and s.version = c.version
                          and s.withdrawn_at is null)
         from identity.charter c
         where c.council_id = council
           and c.in_force_from <= day
         order by c.version desc
         limit 1),
        true)
$$;

ALTER FUNCTION identity.charter_signed(council bigint, account bigint, day date) OWNER TO maillage_owner;

CREATE FUNCTION identity.make_known() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    insert into identity.known_account (account_id, council_id, public_id, display_name, fictional, active)
    values (new.id, new.council_id, new.public_id, new.display_name, new.fictional, new.disabled_at is null)
    on conflict (account_id) do update
    set display_name = excluded.display_name, fictional = excluded.fictional, active = excluded.active;
    return null;
end
$$;

ALTER FUNCTION identity.make_known() OWNER TO maillage_owner;

CREATE FUNCTION identity.mandate_changes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
declare
    taken constant text[] := array['until_day', 'confirmed_by', 'confirmed_at'];
begin
    if ctx.council_for('provision_accounts') is null then
        return new;
    end if;
    if to_jsonb(new) - taken is distinct from to_jsonb(old) - taken
       or (new.until_day is distinct from old.until_day
           and (new.until_day is null or new.until_day > coalesce(old.until_day, 'infinity')))
       or ((new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)
           and (new.confirmed_at is not null or new.confirmed_by is not null)) then
        raise exception 'the directory gives no right' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

ALTER FUNCTION identity.mandate_changes() OWNER TO maillage_owner;

CREATE FUNCTION indicators.count_revision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if current_setting('app.indicators_counted', true) = new.council_id::text then
        return null;
    end if;
    insert into indicators.revision as kept (council_id, number)
    values (new.council_id, 1)
    on conflict (council_id) do update
    set number = kept.number + 1;
    perform set_config('app.indicators_counted', new.council_id::text, true);
    return null;
end
$$;

ALTER FUNCTION indicators.count_revision() OWNER TO maillage_owner;

CREATE FUNCTION indicators.filled_by_caller(council bigint, indicator bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
    select exists (
        select
        from indicators.indicator i
        join indicators.definition d on d.council_id = i.council_id and d.indicator_id = i.id and d.version = i.version
        join directory_api.organisation o on o.council_id = d.council_id and o.id = d.owner_id and not o.archived
        where i.council_id = council and i.id = indicator and i.standing <> 'retired' and d.computed is null
            and i.council_id = ctx.council_for('fill_indicators:' || d.owner_id))
$$;

ALTER FUNCTION indicators.filled_by_caller(council bigint, indicator bigint) OWNER TO maillage_owner;

CREATE FUNCTION snapshots.give_number() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    perform pg_advisory_xact_lock(hashtextextended('snapshots.snapshot', new.council_id));
    select coalesce(max(s.number), 0) + 1 into new.number
    from snapshots.snapshot s
    where s.council_id = new.council_id;
    return new;
end
$$;

ALTER FUNCTION snapshots.give_number() OWNER TO maillage_owner;

CREATE FUNCTION snapshots.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    raise exception 'a snapshot is never changed';
end
$$;

ALTER FUNCTION snapshots.refuse_change() OWNER TO maillage_owner;

CREATE FUNCTION strategy.count_revision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
declare
    council bigint := coalesce(new.council_id, old.council_id);
begin
    if current_setting('app.revision_counted', true) = council::text then
        return null;
    end if;
    insert into strategy.revision as kept (council_id, number)
    values (council, 1)
    on conflict (council_id) do update
    set number = kept.number + 1;
    perform set_config('app.revision_counted', council::text, true);
    return null;
end
$$;

ALTER FUNCTION strategy.count_revision() OWNER TO maillage_owner;

CREATE TABLE audit.entry (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    account_id bigint NOT NULL,
    act text NOT NULL,
    object_kind text NOT NULL,
    object text NOT NULL,
    outcome character(1) NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT entry_act_check CHECK ((length(act) <= 80)),
    CONSTRAINT entry_object_check CHECK ((length(object) <= 80)),
    CONSTRAINT entry_object_kind_check CHECK ((length(object_kind) <= 40)),
    CONSTRAINT entry_outcome_check CHECK ((outcome = ANY (ARRAY['p'::bpchar, 'r'::bpchar])))
);

ALTER TABLE ONLY audit.entry FORCE ROW LEVEL SECURITY;

ALTER TABLE audit.entry OWNER TO maillage_owner;

ALTER TABLE audit.entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME audit.entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW audit_api.entry WITH (security_invoker='true') AS
 SELECT entry.id,
    entry.council_id,
    entry.at,
    entry.account_id,
    entry.act,
    entry.object_kind,
    entry.object,
    entry.outcome,
    entry.detail
   FROM audit.entry;

ALTER TABLE audit_api.entry OWNER TO maillage_owner;

CREATE TABLE ctx.mac_key (
    only_one boolean DEFAULT true NOT NULL,
    key text NOT NULL,
    CONSTRAINT mac_key_only_one_check CHECK (only_one)
);

ALTER TABLE ONLY ctx.mac_key FORCE ROW LEVEL SECURITY;

ALTER TABLE ctx.mac_key OWNER TO maillage_owner;

CREATE TABLE directory.contact (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    function text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    fictional boolean DEFAULT false NOT NULL,
    removed_at timestamp with time zone,
    basis text DEFAULT 'public_task'::text NOT NULL,
    informed_on date,
    CONSTRAINT contact_basis_check CHECK ((basis = ANY (ARRAY['public_task'::text, 'consent'::text]))),
    CONSTRAINT contact_check CHECK (((basis <> 'consent'::text) OR (informed_on IS NOT NULL))),
    CONSTRAINT contact_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT contact_function_check CHECK (((length(function) >= 1) AND (length(function) <= 120))),
    CONSTRAINT contact_name_check CHECK ((length(name) <= 120)),
    CONSTRAINT contact_phone_check CHECK ((length(phone) <= 30))
);

ALTER TABLE ONLY directory.contact FORCE ROW LEVEL SECURITY;

ALTER TABLE directory.contact OWNER TO maillage_owner;

ALTER TABLE directory.contact ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME directory.contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE directory.draft (
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    form text NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_body_check CHECK ((length(body) <= 20000)),
    CONSTRAINT draft_form_check CHECK ((length(form) <= 120))
);

ALTER TABLE ONLY directory.draft FORCE ROW LEVEL SECURITY;

ALTER TABLE directory.draft OWNER TO maillage_owner;

CREATE TABLE directory.network (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    CONSTRAINT network_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,40}$'::text))
);

ALTER TABLE ONLY directory.network FORCE ROW LEVEL SECURITY;

ALTER TABLE directory.network OWNER TO maillage_owner;

ALTER TABLE directory.network ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME directory.network_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE directory.network_member (
    council_id bigint NOT NULL,
    network_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);

ALTER TABLE ONLY directory.network_member FORCE ROW LEVEL SECURITY;

ALTER TABLE directory.network_member OWNER TO maillage_owner;

CREATE TABLE directory.organisation (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    short_name text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    website text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    search text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    archived_at timestamp with time zone,
    CONSTRAINT organisation_address_check CHECK ((length(address) <= 300)),
    CONSTRAINT organisation_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,60}$'::text)),
    CONSTRAINT organisation_kind_check CHECK ((length(kind) <= 30)),
    CONSTRAINT organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT organisation_note_check CHECK ((length(note) <= 2000)),
    CONSTRAINT organisation_phone_check CHECK ((length(phone) <= 30)),
    CONSTRAINT organisation_short_name_check CHECK ((length(short_name) <= 60)),
    CONSTRAINT organisation_website_check CHECK (((website = ''::text) OR (website ~~ 'https://%'::text)))
);

ALTER TABLE ONLY directory.organisation FORCE ROW LEVEL SECURITY;

ALTER TABLE directory.organisation OWNER TO maillage_owner;

ALTER TABLE directory.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME directory.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW directory_api.contact WITH (security_invoker='true') AS
 SELECT contact.council_id,
    contact.id,
    contact.organisation_id,
    contact.function,
    contact.name,
    (contact.removed_at IS NOT NULL) AS removed,
    contact.fictional
   FROM directory.contact;

ALTER TABLE directory_api.contact OWNER TO maillage_owner;

CREATE VIEW directory_api.organisation WITH (security_invoker='true') AS
 SELECT organisation.council_id,
    organisation.id,
    organisation.key,
    organisation.name,
    organisation.short_name,
    organisation.kind,
    (organisation.archived_at IS NOT NULL) AS archived
   FROM directory.organisation;

ALTER TABLE directory_api.organisation OWNER TO maillage_owner;

CREATE TABLE documents.file (
    id uuid NOT NULL,
    council_id bigint NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    size_bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    bytes bytea NOT NULL,
    uploaded_by bigint NOT NULL,
    uploaded_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    state text DEFAULT 'checking'::text NOT NULL,
    refusal text DEFAULT ''::text NOT NULL,
    check_job bigint,
    CONSTRAINT file_check CHECK (((length(bytes) = size_bytes) OR (state = 'refused'::text))),
    CONSTRAINT file_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpg'::text, 'docx'::text, 'xlsx'::text, 'odt'::text, 'ods'::text, 'csv'::text, 'txt'::text]))),
    CONSTRAINT file_refusal_check CHECK ((length(refusal) <= 60)),
    CONSTRAINT file_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT file_size_bytes_check CHECK (((size_bytes >= 1) AND (size_bytes <= 10485760))),
    CONSTRAINT file_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'ready'::text, 'refused'::text]))),
    CONSTRAINT file_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
ALTER TABLE ONLY documents.file ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE ONLY documents.file FORCE ROW LEVEL SECURITY;

ALTER TABLE documents.file OWNER TO maillage_owner;

CREATE VIEW documents_api.file WITH (security_invoker='true') AS
 SELECT file.council_id,
    file.id,
    file.title,
    file.kind,
    file.size_bytes,
    file.uploaded_at,
    file.state,
    file.refusal,
    file.check_job
   FROM documents.file
  WHERE (file.removed_at IS NULL);

ALTER TABLE documents_api.file OWNER TO maillage_owner;

CREATE TABLE final_review.draft (
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    part text NOT NULL,
    seen integer NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT draft_body_check CHECK ((length(body) <= 8000)),
    CONSTRAINT draft_part_check CHECK (((length(part) >= 1) AND (length(part) <= 20))),
    CONSTRAINT draft_seen_check CHECK ((seen >= 0))
);

ALTER TABLE ONLY final_review.draft FORCE ROW LEVEL SECURITY;

ALTER TABLE final_review.draft OWNER TO maillage_owner;

CREATE TABLE final_review.text (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    part text NOT NULL,
    version integer,
    seen integer NOT NULL,
    body text NOT NULL,
    written_by bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT text_body_check CHECK ((length(body) <= 8000)),
    CONSTRAINT text_check CHECK (((version IS NULL) OR (version = (seen + 1)))),
    CONSTRAINT text_part_check CHECK (((length(part) >= 1) AND (length(part) <= 20))),
    CONSTRAINT text_seen_check CHECK ((seen >= 0)),
    CONSTRAINT text_version_check CHECK ((version >= 1))
);

ALTER TABLE ONLY final_review.text FORCE ROW LEVEL SECURITY;

ALTER TABLE final_review.text OWNER TO maillage_owner;

ALTER TABLE final_review.text ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME final_review.text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE governance.body (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    purpose_en text DEFAULT ''::text NOT NULL,
    chaired_by text DEFAULT ''::text NOT NULL,
    legal_gap_months integer,
    legal_article text DEFAULT ''::text NOT NULL,
    local_rhythm text NOT NULL,
    local_month integer,
    local_source text DEFAULT ''::text NOT NULL,
    strategy_group text,
    "position" integer DEFAULT 0 NOT NULL,
    quorum_percent integer,
    quorum_source text DEFAULT ''::text NOT NULL,
    CONSTRAINT body_check CHECK (((quorum_percent IS NULL) OR (quorum_source <> ''::text))),
    CONSTRAINT body_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,40}$'::text)),
    CONSTRAINT body_kind_check CHECK ((kind = ANY (ARRAY['plenary'::text, 'restricted'::text, 'crisis_cell'::text, 'thematic_group'::text, 'individual_situations_group'::text, 'territorial_group'::text, 'cddf'::text, 'gpo'::text, 'external_gltd'::text]))),
    CONSTRAINT body_legal_gap_months_check CHECK ((legal_gap_months > 0)),
    CONSTRAINT body_local_month_check CHECK (((local_month >= 1) AND (local_month <= 12))),
    CONSTRAINT body_local_rhythm_check CHECK ((local_rhythm = ANY (ARRAY['yearly'::text, 'quarterly'::text, 'four_monthly'::text, 'as_needed'::text, 'by_others'::text]))),
    CONSTRAINT body_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT body_quorum_percent_check CHECK (((quorum_percent >= 1) AND (quorum_percent <= 100))),
    CONSTRAINT body_quorum_source_check CHECK ((length(quorum_source) <= 200)),
    CONSTRAINT body_strategy_group_check CHECK ((length(strategy_group) <= 20))
);

ALTER TABLE ONLY governance.body FORCE ROW LEVEL SECURITY;

ALTER TABLE governance.body OWNER TO maillage_owner;

ALTER TABLE governance.body ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME governance.body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE governance.member (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    body_id bigint NOT NULL,
    organisation_id bigint,
    contact_id bigint,
    account_id bigint,
    function text NOT NULL,
    standing text NOT NULL,
    seat text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    college text,
    fictional boolean DEFAULT false NOT NULL,
    replaces bigint,
    CONSTRAINT member_check CHECK ((until_day >= from_day)),
    CONSTRAINT member_check1 CHECK (((contact_id IS NULL) OR (organisation_id IS NOT NULL))),
    CONSTRAINT member_check2 CHECK (((account_id IS NULL) OR (contact_id IS NULL))),
    CONSTRAINT member_college_check CHECK ((college = ANY (ARRAY['elected'::text, 'state'::text, 'justice'::text, 'territorial'::text, 'partners'::text]))),
    CONSTRAINT member_function_check CHECK (((length(function) >= 1) AND (length(function) <= 120))),
    CONSTRAINT member_seat_check CHECK ((seat = ANY (ARRAY['holder'::text, 'deputy'::text]))),
    CONSTRAINT member_standing_check CHECK ((standing = ANY (ARRAY['by_right'::text, 'member'::text, 'guest'::text])))
);

ALTER TABLE ONLY governance.member FORCE ROW LEVEL SECURITY;

ALTER TABLE governance.member OWNER TO maillage_owner;

ALTER TABLE governance.member ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME governance.member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE governance.prefect_record (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    told_on date NOT NULL,
    subject text NOT NULL,
    noted_by bigint NOT NULL,
    noted_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT prefect_record_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);

ALTER TABLE ONLY governance.prefect_record FORCE ROW LEVEL SECURITY;

ALTER TABLE governance.prefect_record OWNER TO maillage_owner;

ALTER TABLE governance.prefect_record ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME governance.prefect_record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW governance_api.body WITH (security_invoker='true') AS
 SELECT body.council_id,
    body.id,
    body.code,
    body.kind,
    body.name,
    body.name_en,
    body.strategy_group
   FROM governance.body;

ALTER TABLE governance_api.body OWNER TO maillage_owner;

CREATE VIEW governance_api.member WITH (security_invoker='true') AS
 SELECT member.council_id,
    member.id,
    member.body_id,
    member.organisation_id,
    member.account_id,
    member.from_day,
    member.until_day,
    member.college
   FROM governance.member;

ALTER TABLE governance_api.member OWNER TO maillage_owner;

CREATE TABLE identity.access_request (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    on_behalf text DEFAULT ''::text NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by bigint,
    answer text DEFAULT ''::text NOT NULL,
    CONSTRAINT access_request_answer_check CHECK ((length(answer) <= 1000)),
    CONSTRAINT access_request_decided CHECK (((decided_by IS NOT NULL) = (state = ANY (ARRAY['granted'::text, 'refused'::text])))),
    CONSTRAINT access_request_of_two_persons CHECK ((decided_by IS DISTINCT FROM account_id)),
    CONSTRAINT access_request_on_behalf_check CHECK ((length(on_behalf) <= 120)),
    CONSTRAINT access_request_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
    CONSTRAINT access_request_refused CHECK (((state <> 'refused'::text) OR (answer <> ''::text))),
    CONSTRAINT access_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY identity.access_request FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.access_request OWNER TO maillage_owner;

CREATE TABLE identity.account (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    email text NOT NULL,
    display_name text NOT NULL,
    password text,
    language text DEFAULT 'fr'::text NOT NULL,
    theme text DEFAULT 'auto'::text NOT NULL,
    shortcuts boolean DEFAULT true NOT NULL,
    fictional boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone,
    public_id uuid DEFAULT gen_random_uuid() NOT NULL,
    opened_by bigint,
    factor_taken_by bigint,
    first_steps boolean DEFAULT true NOT NULL,
    skipped_steps text DEFAULT ''::text NOT NULL,
    directory text,
    external_id text,
    closed_by_directory boolean DEFAULT false NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT account_directory_check CHECK ((directory = ANY (ARRAY['kept'::text, 'left'::text]))),
    CONSTRAINT account_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 120))),
    CONSTRAINT account_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT account_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
    CONSTRAINT account_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT account_password_check CHECK ((length(password) <= 400)),
    CONSTRAINT account_skipped_steps_check CHECK ((length(skipped_steps) <= 200)),
    CONSTRAINT account_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text])))
);

ALTER TABLE ONLY identity.account FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.account OWNER TO maillage_owner;

ALTER TABLE identity.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME identity.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE identity.charter (
    council_id bigint NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    in_force_from date NOT NULL,
    written_by bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT charter_body_check CHECK (((length(body) >= 1) AND (length(body) <= 40000))),
    CONSTRAINT charter_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160))),
    CONSTRAINT charter_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY identity.charter FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.charter OWNER TO maillage_owner;

CREATE TABLE identity.charter_signature (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    version integer NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone
);

ALTER TABLE ONLY identity.charter_signature FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.charter_signature OWNER TO maillage_owner;

CREATE TABLE identity.directory_token (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    council_id bigint NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT directory_token_check CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '367 days'::interval)))),
    CONSTRAINT directory_token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT directory_token_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE ONLY identity.directory_token FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.directory_token OWNER TO maillage_owner;

CREATE TABLE identity.failure (
    council_id bigint DEFAULT 0 NOT NULL,
    subject bytea NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY identity.failure FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.failure OWNER TO maillage_owner;

CREATE TABLE identity.half_sign_in (
    token_hash bytea NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    sealed_secret bytea,
    provider_token bytea,
    CONSTRAINT half_sign_in_provider_token_check CHECK (((length(provider_token) >= 60) AND (length(provider_token) <= 17000))),
    CONSTRAINT half_sign_in_sealed_secret_check CHECK (((length(sealed_secret) >= 60) AND (length(sealed_secret) <= 120))),
    CONSTRAINT half_sign_in_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE ONLY identity.half_sign_in FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.half_sign_in OWNER TO maillage_owner;

CREATE TABLE identity.invitation (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    given_by bigint,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT invitation_code_hash_check CHECK ((length(code_hash) = 32))
);

ALTER TABLE ONLY identity.invitation FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.invitation OWNER TO maillage_owner;

CREATE TABLE identity.kept_form (
    council_id bigint DEFAULT 0 NOT NULL,
    token_hash bytea NOT NULL,
    path text NOT NULL,
    fields text NOT NULL,
    kept_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY identity.kept_form FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.kept_form OWNER TO maillage_owner;

CREATE TABLE identity.key_pair (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    public_key bytea NOT NULL,
    sealed_secret bytea,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT key_pair_public_key_check CHECK ((length(public_key) = 32)),
    CONSTRAINT key_pair_sealed_secret_check CHECK (((length(sealed_secret) >= 100) AND (length(sealed_secret) <= 200)))
);

ALTER TABLE ONLY identity.key_pair FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.key_pair OWNER TO maillage_owner;

CREATE TABLE identity.known_account (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    public_id uuid NOT NULL,
    display_name text NOT NULL,
    fictional boolean NOT NULL,
    active boolean NOT NULL
);

ALTER TABLE ONLY identity.known_account FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.known_account OWNER TO maillage_owner;

CREATE TABLE identity.mandate (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    organisation_id bigint,
    from_day date NOT NULL,
    until_day date,
    public_id uuid DEFAULT gen_random_uuid() NOT NULL,
    given_by bigint,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    CONSTRAINT mandate_confirmed CHECK (((confirmed_at IS NULL) OR (given_by IS NULL) OR (confirmed_by IS NOT NULL))),
    CONSTRAINT mandate_days CHECK (((until_day IS NULL) OR (until_day >= (from_day - 1)))),
    CONSTRAINT mandate_of_two_persons CHECK (((confirmed_by IS NULL) OR ((confirmed_at IS NOT NULL) AND (confirmed_by <> account_id) AND (confirmed_by IS DISTINCT FROM given_by))))
);

ALTER TABLE ONLY identity.mandate FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.mandate OWNER TO maillage_owner;

ALTER TABLE identity.mandate ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME identity.mandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE identity.passkey (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    rp_id text NOT NULL,
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    sealed_secret bytea,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023))),
    CONSTRAINT passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT passkey_public_key_check CHECK (((length(public_key) >= 32) AND (length(public_key) <= 600))),
    CONSTRAINT passkey_rp_id_check CHECK (((length(rp_id) >= 1) AND (length(rp_id) <= 253))),
    CONSTRAINT passkey_sealed_secret_check CHECK (((length(sealed_secret) >= 100) AND (length(sealed_secret) <= 200))),
    CONSTRAINT passkey_sign_count_check CHECK (((sign_count >= 0) AND (sign_count <= '4294967295'::bigint)))
);

ALTER TABLE ONLY identity.passkey FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.passkey OWNER TO maillage_owner;

CREATE TABLE identity.passkey_user (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    handle bytea NOT NULL,
    CONSTRAINT passkey_user_handle_check CHECK ((length(handle) = 32))
);

ALTER TABLE ONLY identity.passkey_user FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.passkey_user OWNER TO maillage_owner;

CREATE TABLE identity.provider_subject (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    fingerprint bytea NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT provider_subject_fingerprint_check CHECK ((length(fingerprint) = 32))
);

ALTER TABLE ONLY identity.provider_subject FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.provider_subject OWNER TO maillage_owner;

CREATE TABLE identity.recovery_code (
    code_hash bytea NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT recovery_code_code_hash_check CHECK ((length(code_hash) = 32))
);

ALTER TABLE ONLY identity.recovery_code FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.recovery_code OWNER TO maillage_owner;

CREATE TABLE identity.session (
    token_hash bytea NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    csrf_secret text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    agent text DEFAULT ''::text NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    sealed_secret bytea,
    provider_token bytea,
    CONSTRAINT session_agent_check CHECK ((length(agent) <= 200)),
    CONSTRAINT session_provider_token_check CHECK (((length(provider_token) >= 60) AND (length(provider_token) <= 17000))),
    CONSTRAINT session_sealed_secret_check CHECK (((length(sealed_secret) >= 60) AND (length(sealed_secret) <= 120))),
    CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE ONLY identity.session FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.session OWNER TO maillage_owner;

CREATE TABLE identity.submission (
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    started_at timestamp with time zone NOT NULL,
    committed boolean DEFAULT false NOT NULL,
    status integer,
    location text,
    body text,
    CONSTRAINT submission_key_check CHECK (((length(key) >= 16) AND (length(key) <= 80)))
);

ALTER TABLE ONLY identity.submission FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.submission OWNER TO maillage_owner;

CREATE TABLE identity.totp (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT totp_secret_check CHECK (((length(secret) >= 40) AND (length(secret) <= 200)))
);

ALTER TABLE ONLY identity.totp FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.totp OWNER TO maillage_owner;

CREATE TABLE identity.unlock_phrase (
    account_id bigint NOT NULL,
    council_id bigint NOT NULL,
    record text NOT NULL,
    sealed_secret bytea NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    CONSTRAINT unlock_phrase_record_check CHECK ((length(record) <= 400)),
    CONSTRAINT unlock_phrase_sealed_secret_check CHECK (((length(sealed_secret) >= 100) AND (length(sealed_secret) <= 200)))
);

ALTER TABLE ONLY identity.unlock_phrase FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.unlock_phrase OWNER TO maillage_owner;

CREATE TABLE identity.used_challenge (
    council_id bigint DEFAULT 0 NOT NULL,
    challenge_hash bytea NOT NULL,
    used_at timestamp with time zone NOT NULL,
    CONSTRAINT used_challenge_challenge_hash_check CHECK ((length(challenge_hash) = 32))
);

ALTER TABLE ONLY identity.used_challenge FORCE ROW LEVEL SECURITY;

ALTER TABLE identity.used_challenge OWNER TO maillage_owner;

CREATE VIEW identity_api.account WITH (security_invoker='true') AS
 SELECT known_account.account_id AS id,
    known_account.council_id,
    known_account.display_name,
    known_account.fictional,
    known_account.active,
    known_account.public_id
   FROM identity.known_account;

ALTER TABLE identity_api.account OWNER TO maillage_owner;

CREATE VIEW identity_api.mandate WITH (security_invoker='true') AS
 SELECT mandate.council_id,
    mandate.account_id,
    mandate.role,
    mandate.organisation_id,
    mandate.from_day,
    mandate.until_day
   FROM identity.mandate
  WHERE (mandate.confirmed_at IS NOT NULL);

ALTER TABLE identity_api.mandate OWNER TO maillage_owner;

CREATE TABLE indicators.comment (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    account_id bigint NOT NULL,
    author text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    removed_by bigint,
    removed_because text DEFAULT ''::text NOT NULL,
    CONSTRAINT comment_author_check CHECK (((length(author) >= 1) AND (length(author) <= 200))),
    CONSTRAINT comment_check CHECK (((removed_at IS NULL) = (removed_because = ''::text))),
    CONSTRAINT comment_check1 CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
    CONSTRAINT comment_removed_because_check CHECK ((length(removed_because) <= 300))
);

ALTER TABLE ONLY indicators.comment FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.comment OWNER TO maillage_owner;

ALTER TABLE indicators.comment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME indicators.comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE indicators.comment_text (
    council_id bigint NOT NULL,
    comment_id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT comment_text_number_check CHECK ((number >= 1)),
    CONSTRAINT comment_text_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

ALTER TABLE ONLY indicators.comment_text FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.comment_text OWNER TO maillage_owner;

CREATE TABLE indicators.definition (
    council_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    definition text DEFAULT ''::text NOT NULL,
    definition_en text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    measure text NOT NULL,
    unit text DEFAULT ''::text NOT NULL,
    unit_en text DEFAULT ''::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    source_en text DEFAULT ''::text NOT NULL,
    frequency text NOT NULL,
    owner_id bigint,
    baseline double precision,
    baseline_first_month date,
    baseline_months integer,
    target double precision,
    target_by date,
    wanted text NOT NULL,
    method text DEFAULT ''::text NOT NULL,
    method_en text DEFAULT ''::text NOT NULL,
    limits text DEFAULT ''::text NOT NULL,
    limits_en text DEFAULT ''::text NOT NULL,
    computed text,
    police_initiated boolean DEFAULT false NOT NULL,
    perimeter text DEFAULT ''::text NOT NULL,
    perimeter_en text DEFAULT ''::text NOT NULL,
    changed_by bigint DEFAULT 0 NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    breaks_from date,
    CONSTRAINT definition_breaks_from_check CHECK ((EXTRACT(day FROM breaks_from) = (1)::numeric)),
    CONSTRAINT definition_check CHECK (((baseline_first_month IS NULL) = (baseline_months IS NULL))),
    CONSTRAINT definition_computed_check CHECK ((computed = ANY (ARRAY['actions_on_time'::text, 'actions_done'::text, 'mean_progress'::text, 'actions_with_recent_news'::text]))),
    CONSTRAINT definition_definition_check CHECK ((length(definition) <= 2000)),
    CONSTRAINT definition_definition_en_check CHECK ((length(definition_en) <= 2000)),
    CONSTRAINT definition_frequency_check CHECK ((frequency = ANY (ARRAY['month'::text, 'quarter'::text, 'four_months'::text, 'half_year'::text, 'year'::text]))),
    CONSTRAINT definition_kind_check CHECK ((kind = ANY (ARRAY['context'::text, 'activity'::text, 'result'::text, 'impact'::text]))),
    CONSTRAINT definition_limits_check CHECK ((length(limits) <= 2000)),
    CONSTRAINT definition_limits_en_check CHECK ((length(limits_en) <= 2000)),
    CONSTRAINT definition_measure_check CHECK ((measure = ANY (ARRAY['count'::text, 'share'::text, 'percent'::text, 'number'::text]))),
    CONSTRAINT definition_method_check CHECK ((length(method) <= 2000)),
    CONSTRAINT definition_method_en_check CHECK ((length(method_en) <= 2000)),
    CONSTRAINT definition_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT definition_name_en_check CHECK ((length(name_en) <= 200)),
    CONSTRAINT definition_perimeter_check CHECK ((length(perimeter) <= 120)),
    CONSTRAINT definition_perimeter_en_check CHECK ((length(perimeter_en) <= 120)),
    CONSTRAINT definition_source_check CHECK ((length(source) <= 300)),
    CONSTRAINT definition_source_en_check CHECK ((length(source_en) <= 300)),
    CONSTRAINT definition_unit_check CHECK ((length(unit) <= 60)),
    CONSTRAINT definition_unit_en_check CHECK ((length(unit_en) <= 60)),
    CONSTRAINT definition_version_check CHECK ((version >= 1)),
    CONSTRAINT definition_wanted_check CHECK ((wanted = ANY (ARRAY['down'::text, 'up'::text, 'watch'::text])))
);

ALTER TABLE ONLY indicators.definition FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.definition OWNER TO maillage_owner;

CREATE TABLE indicators.indicator (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    group_code text,
    standing text DEFAULT 'proposed'::text NOT NULL,
    agreed_on date,
    agreed_in text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    agreed_body text,
    CONSTRAINT indicator_agreed_in_check CHECK ((length(agreed_in) <= 200)),
    CONSTRAINT indicator_check CHECK (((standing <> 'active'::text) OR ((agreed_on IS NOT NULL) AND (agreed_in <> ''::text)))),
    CONSTRAINT indicator_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,60}$'::text)),
    CONSTRAINT indicator_standing_check CHECK ((standing = ANY (ARRAY['proposed'::text, 'active'::text, 'retired'::text])))
);

ALTER TABLE ONLY indicators.indicator FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.indicator OWNER TO maillage_owner;

CREATE VIEW indicators.described WITH (security_invoker='true') AS
 SELECT i.council_id,
    i.id,
    i.code,
    i.group_code,
    i.standing,
    i.agreed_on,
    i.agreed_in,
    i.version,
    i."position",
    d.name,
    d.name_en,
    d.definition,
    d.definition_en,
    d.kind,
    d.measure,
    d.unit,
    d.unit_en,
    d.source,
    d.source_en,
    d.frequency,
    o.key AS owner,
    o.name AS owner_name,
    d.baseline,
    d.baseline_first_month,
    d.baseline_months,
    d.target,
    d.target_by,
    d.wanted,
    d.method,
    d.method_en,
    d.limits,
    d.limits_en,
    d.computed,
    d.police_initiated,
    d.perimeter,
    d.perimeter_en,
    d.owner_id,
    COALESCE(o.archived, false) AS owner_ended,
    i.agreed_body,
    ( SELECT string_agg((b.breaks_from)::text, ','::text ORDER BY b.breaks_from) AS string_agg
           FROM indicators.definition b
          WHERE ((b.council_id = i.council_id) AND (b.indicator_id = i.id) AND (b.breaks_from IS NOT NULL))) AS breaks
   FROM ((indicators.indicator i
     JOIN indicators.definition d ON (((d.council_id = i.council_id) AND (d.indicator_id = i.id) AND (d.version = i.version))))
     LEFT JOIN directory_api.organisation o ON (((o.council_id = d.council_id) AND (o.id = d.owner_id))));

ALTER TABLE indicators.described OWNER TO maillage_owner;

CREATE TABLE indicators.figure (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    first_month date NOT NULL,
    months integer NOT NULL,
    perimeter text DEFAULT ''::text NOT NULL,
    value double precision NOT NULL,
    whole double precision,
    whole_perimeter text DEFAULT ''::text NOT NULL,
    provisional boolean DEFAULT false NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    source_line text DEFAULT ''::text NOT NULL,
    entered_by bigint DEFAULT 0 NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    CONSTRAINT figure_check CHECK (((whole IS NULL) OR (perimeter = whole_perimeter))),
    CONSTRAINT figure_first_month_check CHECK ((EXTRACT(day FROM first_month) = (1)::numeric)),
    CONSTRAINT figure_months_check CHECK (((months >= 1) AND (months <= 120))),
    CONSTRAINT figure_note_check CHECK ((length(note) <= 500)),
    CONSTRAINT figure_perimeter_check CHECK ((length(perimeter) <= 120)),
    CONSTRAINT figure_source_line_check CHECK ((length(source_line) <= 200)),
    CONSTRAINT figure_value_check CHECK (((value > '-Infinity'::double precision) AND (value < 'Infinity'::double precision))),
    CONSTRAINT figure_whole_check CHECK (((whole > (0)::double precision) AND (whole < 'Infinity'::double precision))),
    CONSTRAINT figure_whole_perimeter_check CHECK ((length(whole_perimeter) <= 120))
);

ALTER TABLE ONLY indicators.figure FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.figure OWNER TO maillage_owner;

ALTER TABLE indicators.figure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME indicators.figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE indicators.indicator ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME indicators.indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE indicators.key_figure (
    council_id bigint NOT NULL,
    "position" integer NOT NULL,
    indicator_id bigint NOT NULL,
    CONSTRAINT key_figure_position_check CHECK ((("position" >= 1) AND ("position" <= 5)))
);

ALTER TABLE ONLY indicators.key_figure FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.key_figure OWNER TO maillage_owner;

CREATE TABLE indicators.revision (
    council_id bigint NOT NULL,
    number bigint NOT NULL
);

ALTER TABLE ONLY indicators.revision FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.revision OWNER TO maillage_owner;

CREATE TABLE indicators.sent_table (
    id text NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    group_code text DEFAULT ''::text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    workbook bytea,
    job_id bigint,
    refusal text DEFAULT ''::text NOT NULL,
    cells text DEFAULT ''::text NOT NULL,
    written integer,
    CONSTRAINT sent_table_cells_check CHECK ((length(cells) <= 4194304)),
    CONSTRAINT sent_table_id_check CHECK ((id ~ '^[0-9a-f]{16,64}$'::text)),
    CONSTRAINT sent_table_refusal_check CHECK ((length(refusal) <= 40)),
    CONSTRAINT sent_table_workbook_check CHECK ((length(workbook) <= 5242880))
);

ALTER TABLE ONLY indicators.sent_table FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.sent_table OWNER TO maillage_owner;

CREATE TABLE indicators.staged_table (
    council_id bigint NOT NULL,
    id text NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    cells text DEFAULT ''::text NOT NULL,
    workbook bytea,
    job_id bigint,
    refusal text DEFAULT ''::text NOT NULL,
    CONSTRAINT staged_table_id_check CHECK (((length(id) >= 16) AND (length(id) <= 64))),
    CONSTRAINT staged_table_refusal_check CHECK ((length(refusal) <= 40)),
    CONSTRAINT staged_table_workbook_check CHECK ((length(workbook) <= 5242880))
);

ALTER TABLE ONLY indicators.staged_table FORCE ROW LEVEL SECURITY;

ALTER TABLE indicators.staged_table OWNER TO maillage_owner;

CREATE TABLE jobs.job (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    most_attempts smallint NOT NULL,
    run_at timestamp with time zone NOT NULL,
    heartbeat_at timestamp with time zone,
    progress smallint DEFAULT 0 NOT NULL,
    step text DEFAULT ''::text NOT NULL,
    failure text DEFAULT ''::text NOT NULL,
    cancel_asked boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT job_failure_check CHECK ((length(failure) <= 120)),
    CONSTRAINT job_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
    CONSTRAINT job_most_attempts_check CHECK (((most_attempts >= 1) AND (most_attempts <= 20))),
    CONSTRAINT job_payload_check CHECK ((pg_column_size(payload) <= 65536)),
    CONSTRAINT job_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
    CONSTRAINT job_step_check CHECK ((length(step) <= 120))
);

ALTER TABLE ONLY jobs.job FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job OWNER TO maillage_owner;

ALTER TABLE jobs.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobs.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobs.result (
    job_id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    media_type text NOT NULL,
    file_name text NOT NULL,
    bytes bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT result_file_name_check CHECK ((length(file_name) <= 120)),
    CONSTRAINT result_media_type_check CHECK ((length(media_type) <= 120))
);

ALTER TABLE ONLY jobs.result FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.result OWNER TO maillage_owner;

CREATE TABLE mail.delivery (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    message_id bigint NOT NULL,
    account_id bigint NOT NULL,
    token uuid DEFAULT gen_random_uuid() NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    try_at timestamp with time zone NOT NULL,
    trouble text DEFAULT ''::text NOT NULL,
    code smallint DEFAULT 0 NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'given_up'::text, 'no_address'::text]))),
    CONSTRAINT delivery_trouble_check CHECK ((trouble ~ '^[a-z_]{0,40}$'::text))
);

ALTER TABLE ONLY mail.delivery FORCE ROW LEVEL SECURITY;

ALTER TABLE mail.delivery OWNER TO maillage_owner;

ALTER TABLE mail.delivery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mail.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mail.message (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    kind text NOT NULL,
    stop_path text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT message_kind_check CHECK ((kind ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT message_stop_path_check CHECK ((length(stop_path) <= 200))
);

ALTER TABLE ONLY mail.message FORCE ROW LEVEL SECURITY;

ALTER TABLE mail.message OWNER TO maillage_owner;

ALTER TABLE mail.message ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mail.message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mail.text (
    message_id bigint NOT NULL,
    council_id bigint NOT NULL,
    subject_fr text NOT NULL,
    subject_en text NOT NULL,
    text_fr text NOT NULL,
    text_en text NOT NULL,
    CONSTRAINT text_subject_en_check CHECK (((length(subject_en) >= 1) AND (length(subject_en) <= 120))),
    CONSTRAINT text_subject_fr_check CHECK (((length(subject_fr) >= 1) AND (length(subject_fr) <= 120))),
    CONSTRAINT text_text_en_check CHECK (((length(text_en) >= 1) AND (length(text_en) <= 20000))),
    CONSTRAINT text_text_fr_check CHECK (((length(text_fr) >= 1) AND (length(text_fr) <= 20000)))
);

ALTER TABLE ONLY mail.text FORCE ROW LEVEL SECURITY;

ALTER TABLE mail.text OWNER TO maillage_owner;

CREATE TABLE notices.digest (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    quarter date NOT NULL,
    automatic boolean NOT NULL,
    recipients integer NOT NULL,
    subject_fr text NOT NULL,
    subject_en text NOT NULL,
    text_fr text NOT NULL,
    text_en text NOT NULL,
    sent_by bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT digest_quarter_check CHECK (((EXTRACT(day FROM quarter) = (1)::numeric) AND (EXTRACT(month FROM quarter) = ANY (ARRAY[(1)::numeric, (4)::numeric, (7)::numeric, (10)::numeric])))),
    CONSTRAINT digest_recipients_check CHECK ((recipients > 0)),
    CONSTRAINT digest_text_en_check CHECK ((length(text_en) <= 20000)),
    CONSTRAINT digest_text_fr_check CHECK ((length(text_fr) <= 20000))
);

ALTER TABLE ONLY notices.digest FORCE ROW LEVEL SECURITY;

ALTER TABLE notices.digest OWNER TO maillage_owner;

ALTER TABLE notices.digest ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME notices.digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices.opt_out (
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    CONSTRAINT opt_out_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'reminder'::text])))
);

ALTER TABLE ONLY notices.opt_out FORCE ROW LEVEL SECURITY;

ALTER TABLE notices.opt_out OWNER TO maillage_owner;

CREATE TABLE notices.reminder (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    week date NOT NULL,
    figures integer NOT NULL,
    recipients integer NOT NULL,
    automatic boolean NOT NULL,
    sent_by bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT reminder_figures_check CHECK ((figures > 0)),
    CONSTRAINT reminder_recipients_check CHECK ((recipients > 0)),
    CONSTRAINT reminder_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);

ALTER TABLE ONLY notices.reminder FORCE ROW LEVEL SECURITY;

ALTER TABLE notices.reminder OWNER TO maillage_owner;

ALTER TABLE notices.reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME notices.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices.sender (
    council_id bigint NOT NULL,
    site text NOT NULL,
    CONSTRAINT sender_site_check CHECK (((length(site) >= 8) AND (length(site) <= 254)))
);

ALTER TABLE ONLY notices.sender FORCE ROW LEVEL SECURITY;

ALTER TABLE notices.sender OWNER TO maillage_owner;

CREATE TABLE notices.setting (
    council_id bigint NOT NULL,
    digest_automatic boolean DEFAULT false NOT NULL,
    reminders_automatic boolean DEFAULT false NOT NULL,
    set_by bigint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    checked_on date
);

ALTER TABLE ONLY notices.setting FORCE ROW LEVEL SECURITY;

ALTER TABLE notices.setting OWNER TO maillage_owner;

CREATE TABLE snapshots.snapshot (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    occasion text NOT NULL,
    meeting_on date,
    taken_at timestamp with time zone NOT NULL,
    taken_by bigint NOT NULL,
    author text NOT NULL,
    content text NOT NULL,
    fingerprint bytea NOT NULL,
    body text,
    CONSTRAINT snapshot_author_check CHECK (((length(author) >= 1) AND (length(author) <= 200))),
    CONSTRAINT snapshot_check CHECK ((fingerprint = sha256(convert_to(content, 'UTF8'::name)))),
    CONSTRAINT snapshot_check1 CHECK (((occasion = 'other'::text) OR (meeting_on IS NOT NULL))),
    CONSTRAINT snapshot_check2 CHECK (((body IS NULL) OR (occasion <> 'other'::text))),
    CONSTRAINT snapshot_content_check CHECK ((((content)::jsonb ->> 'format'::text) IS NOT NULL)),
    CONSTRAINT snapshot_number_check CHECK ((number >= 1)),
    CONSTRAINT snapshot_occasion_check CHECK ((occasion = ANY (ARRAY['plenary'::text, 'restricted'::text, 'other'::text]))),
    CONSTRAINT snapshot_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE ONLY snapshots.snapshot FORCE ROW LEVEL SECURITY;

ALTER TABLE snapshots.snapshot OWNER TO maillage_owner;

ALTER TABLE snapshots.snapshot ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME snapshots.snapshot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.action (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    domain text NOT NULL,
    objective text DEFAULT ''::text NOT NULL,
    working_group text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    summary_en text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'to_start'::text NOT NULL,
    state_reason text DEFAULT ''::text NOT NULL,
    pilot text DEFAULT ''::text NOT NULL,
    quartiers text[] DEFAULT '{}'::text[] NOT NULL,
    starts date,
    due date,
    fictional boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    progress integer DEFAULT 0 NOT NULL,
    next_step_due date,
    search text DEFAULT ''::text NOT NULL,
    news_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT action_check CHECK (((state <> 'suspended'::text) OR (state_reason <> ''::text))),
    CONSTRAINT action_check1 CHECK (((state <> 'abandoned'::text) OR (state_reason <> ''::text))),
    CONSTRAINT action_code_check CHECK (((length(code) >= 1) AND (length(code) <= 20))),
    CONSTRAINT action_pilot_check CHECK ((length(pilot) <= 120)),
    CONSTRAINT action_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT action_state_check CHECK ((state = ANY (ARRAY['to_start'::text, 'under_way'::text, 'done'::text, 'suspended'::text, 'abandoned'::text]))),
    CONSTRAINT action_state_reason_check CHECK ((length(state_reason) <= 500)),
    CONSTRAINT action_summary_check CHECK ((length(summary) <= 4000)),
    CONSTRAINT action_summary_en_check CHECK ((length(summary_en) <= 4000)),
    CONSTRAINT action_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT action_title_en_check CHECK ((length(title_en) <= 200))
);

ALTER TABLE ONLY strategy.action FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.action OWNER TO maillage_owner;

CREATE TABLE strategy.action_axis (
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    axis text NOT NULL
);

ALTER TABLE ONLY strategy.action_axis FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_axis OWNER TO maillage_owner;

ALTER TABLE strategy.action ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.action_organisation (
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    supposed boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY strategy.action_organisation FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_organisation OWNER TO maillage_owner;

CREATE TABLE strategy.action_partner (
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    name text NOT NULL,
    supposed boolean DEFAULT false NOT NULL,
    CONSTRAINT action_partner_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

ALTER TABLE ONLY strategy.action_partner FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_partner OWNER TO maillage_owner;

CREATE VIEW strategy.action_row WITH (security_invoker='true') AS
 SELECT action.id,
    action.code,
    action.domain,
    action.objective,
    action.working_group,
    action.title,
    action.title_en,
    action.summary,
    action.summary_en,
    action.state,
    action.state_reason,
    action.pilot,
    action.quartiers,
    action.starts,
    action.due,
    action.fictional,
    action.version,
    action.progress,
    action.next_step_due,
    action.news_at,
    (action.deleted_at IS NOT NULL) AS deleted,
    ARRAY( SELECT axis.axis
           FROM strategy.action_axis axis
          WHERE (axis.action_id = action.id)
          ORDER BY (axis.axis COLLATE "C")) AS axes,
    ARRAY( SELECT known.key
           FROM (strategy.action_organisation partner
             JOIN directory_api.organisation known ON (((known.council_id = partner.council_id) AND (known.id = partner.organisation_id))))
          WHERE (partner.action_id = action.id)
          ORDER BY (known.key COLLATE "C")) AS organisations,
    ARRAY( SELECT partner.name
           FROM strategy.action_partner partner
          WHERE (partner.action_id = action.id)
          ORDER BY (partner.name COLLATE "C")) AS partners,
    action.council_id,
    action."position",
    action.search
   FROM strategy.action;

ALTER TABLE strategy.action_row OWNER TO maillage_owner;

CREATE TABLE strategy.axis (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    scheme text DEFAULT ''::text NOT NULL,
    label text NOT NULL,
    label_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT axis_code_check CHECK ((length(code) <= 20))
);

ALTER TABLE ONLY strategy.axis FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.axis OWNER TO maillage_owner;

ALTER TABLE strategy.axis ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.axis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.budget_line (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    label text NOT NULL,
    label_en text DEFAULT ''::text NOT NULL,
    year integer NOT NULL,
    amount_cents bigint NOT NULL,
    fund text NOT NULL,
    CONSTRAINT budget_line_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT budget_line_fund_check CHECK ((fund = ANY (ARRAY['city'::text, 'fipd'::text, 'state'::text, 'other'::text]))),
    CONSTRAINT budget_line_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200))),
    CONSTRAINT budget_line_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

ALTER TABLE ONLY strategy.budget_line FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.budget_line OWNER TO maillage_owner;

ALTER TABLE strategy.budget_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.budget_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.change (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    change_set_id bigint NOT NULL,
    action_id bigint NOT NULL,
    step_id bigint,
    field text NOT NULL,
    old text NOT NULL,
    new text NOT NULL,
    part_id bigint
);

ALTER TABLE ONLY strategy.change FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.change OWNER TO maillage_owner;

ALTER TABLE strategy.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.change_set (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    author text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kind text NOT NULL,
    undoes bigint,
    CONSTRAINT change_set_kind_check CHECK ((kind = ANY (ARRAY['create'::text, 'edit'::text, 'state'::text, 'steps'::text, 'bulk'::text, 'deletion'::text, 'import'::text, 'undo'::text, 'news'::text, 'links'::text, 'records'::text, 'budget'::text])))
);

ALTER TABLE ONLY strategy.change_set FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.change_set OWNER TO maillage_owner;

ALTER TABLE strategy.change_set ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.change_set_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.commitment (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT commitment_code_check CHECK ((length(code) <= 20)),
    CONSTRAINT commitment_kind_check CHECK ((kind = ANY (ARRAY['governance'::text, 'communication'::text, 'evaluation'::text, 'context'::text])))
);

ALTER TABLE ONLY strategy.commitment FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.commitment OWNER TO maillage_owner;

ALTER TABLE strategy.commitment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.commitment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW strategy.deleted_action WITH (security_invoker='true') AS
 SELECT action.council_id,
    action.id,
    action.code,
    action.domain,
    action.title,
    action.title_en,
    action."position",
    made.id AS change_set_id,
    made.at,
    made.author
   FROM ((strategy.action
     CROSS JOIN LATERAL ( SELECT change.change_set_id
           FROM strategy.change
          WHERE ((change.council_id = action.council_id) AND (change.action_id = action.id) AND (change.step_id IS NULL) AND (change.field = 'deleted'::text) AND (change.new = 'yes'::text))
          ORDER BY change.id DESC
         LIMIT 1) deletion)
     JOIN strategy.change_set made ON ((made.id = deletion.change_set_id)))
  WHERE (action.deleted_at IS NOT NULL);

ALTER TABLE strategy.deleted_action OWNER TO maillage_owner;

CREATE TABLE strategy.domain (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    label_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT domain_code_check CHECK ((length(code) <= 10))
);

ALTER TABLE ONLY strategy.domain FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.domain OWNER TO maillage_owner;

ALTER TABLE strategy.domain ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.domain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.draft (
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    form text NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_body_check CHECK ((length(body) <= 20000)),
    CONSTRAINT draft_form_check CHECK ((length(form) <= 60))
);

ALTER TABLE ONLY strategy.draft FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.draft OWNER TO maillage_owner;

CREATE TABLE strategy.evidence (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    document_id uuid NOT NULL,
    title text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    step_id bigint,
    account_id bigint NOT NULL,
    author text DEFAULT ''::text NOT NULL,
    search text DEFAULT ''::text NOT NULL,
    removed_at timestamp with time zone,
    removed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT evidence_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE ONLY strategy.evidence FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.evidence OWNER TO maillage_owner;

ALTER TABLE strategy.evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.link (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    CONSTRAINT link_kind_check CHECK ((kind = ANY (ARRAY['action'::text, 'commitment'::text, 'decision'::text, 'indicator'::text, 'url'::text]))),
    CONSTRAINT link_label_check CHECK ((length(label) <= 200)),
    CONSTRAINT link_target_check CHECK (((length(target) >= 1) AND (length(target) <= 500)))
);

ALTER TABLE ONLY strategy.link FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.link OWNER TO maillage_owner;

ALTER TABLE strategy.link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.news (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    account_id bigint NOT NULL,
    author text DEFAULT ''::text NOT NULL,
    text text NOT NULL,
    CONSTRAINT news_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);

ALTER TABLE ONLY strategy.news FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.news OWNER TO maillage_owner;

ALTER TABLE strategy.news ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.news_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.objective (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT objective_code_check CHECK ((length(code) <= 20))
);

ALTER TABLE ONLY strategy.objective FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.objective OWNER TO maillage_owner;

ALTER TABLE strategy.objective ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.objective_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.plan (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    adopted date,
    first_year integer,
    last_year integer,
    ends date,
    source text DEFAULT ''::text NOT NULL,
    source_en text DEFAULT ''::text NOT NULL,
    parents text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT plan_code_check CHECK ((length(code) <= 40))
);

ALTER TABLE ONLY strategy.plan FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.plan OWNER TO maillage_owner;

ALTER TABLE strategy.plan ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.record (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    unit text DEFAULT ''::text NOT NULL,
    unit_en text DEFAULT ''::text NOT NULL,
    target double precision,
    CONSTRAINT record_kind_check CHECK ((kind = ANY (ARRAY['study'::text, 'counter'::text]))),
    CONSTRAINT record_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE ONLY strategy.record FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.record OWNER TO maillage_owner;

ALTER TABLE strategy.record ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.record_line (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    record_id bigint NOT NULL,
    kind text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    label_en text DEFAULT ''::text NOT NULL,
    on_day date,
    done_on date,
    value double precision,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT record_line_kind_check CHECK ((kind = ANY (ARRAY['stage'::text, 'prescription'::text, 'value'::text]))),
    CONSTRAINT record_line_label_check CHECK ((length(label) <= 200))
);

ALTER TABLE ONLY strategy.record_line FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.record_line OWNER TO maillage_owner;

ALTER TABLE strategy.record_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.record_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.revision (
    council_id bigint NOT NULL,
    number bigint NOT NULL
);

ALTER TABLE ONLY strategy.revision FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.revision OWNER TO maillage_owner;

CREATE TABLE strategy.saved_view (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    CONSTRAINT saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT saved_view_query_check CHECK ((length(query) <= 2000))
);

ALTER TABLE ONLY strategy.saved_view FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.saved_view OWNER TO maillage_owner;

ALTER TABLE strategy.saved_view ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.saved_view_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.staged_import (
    id text NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    cells text DEFAULT ''::text NOT NULL,
    mapping text DEFAULT '{}'::text NOT NULL,
    change_set_id bigint,
    workbook bytea,
    job_id bigint,
    refusal text DEFAULT ''::text NOT NULL,
    CONSTRAINT staged_import_id_check CHECK (((length(id) >= 16) AND (length(id) <= 64))),
    CONSTRAINT staged_import_refusal_check CHECK ((length(refusal) <= 40)),
    CONSTRAINT staged_import_workbook_check CHECK ((length(workbook) <= 5242880))
);

ALTER TABLE ONLY strategy.staged_import FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.staged_import OWNER TO maillage_owner;

CREATE TABLE strategy.step (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    action_id bigint NOT NULL,
    code text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    weight integer DEFAULT 1 NOT NULL,
    due date,
    done_at date,
    "position" integer DEFAULT 0 NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT step_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT step_weight_check CHECK (((weight >= 1) AND (weight <= 100)))
);

ALTER TABLE ONLY strategy.step FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.step OWNER TO maillage_owner;

ALTER TABLE strategy.step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE strategy.term_end (
    council_id bigint NOT NULL,
    version integer NOT NULL,
    ends date,
    source text NOT NULL,
    set_by bigint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT term_end_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300))),
    CONSTRAINT term_end_version_check CHECK ((version >= 1))
);

ALTER TABLE ONLY strategy.term_end FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.term_end OWNER TO maillage_owner;

CREATE TABLE strategy.working_group (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT working_group_code_check CHECK ((length(code) <= 20))
);

ALTER TABLE ONLY strategy.working_group FORCE ROW LEVEL SECURITY;

ALTER TABLE strategy.working_group OWNER TO maillage_owner;

ALTER TABLE strategy.working_group ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME strategy.working_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW strategy_api.action WITH (security_invoker='true') AS
 SELECT action.id,
    action.council_id,
    action.code,
    action.title,
    action.title_en,
    action.domain,
    action.working_group,
    action.state,
    action.pilot,
    action.due,
    action.progress
   FROM strategy.action
  WHERE (action.deleted_at IS NULL);

ALTER TABLE strategy_api.action OWNER TO maillage_owner;

CREATE VIEW strategy_api.working_group WITH (security_invoker='true') AS
 SELECT working_group.id,
    working_group.council_id,
    working_group.code,
    working_group.name,
    working_group.name_en,
    working_group."position"
   FROM strategy.working_group;

ALTER TABLE strategy_api.working_group OWNER TO maillage_owner;

CREATE TABLE territory.commune (
    council_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    siren text,
    epci_siren text,
    population integer NOT NULL,
    source text NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT commune_code_check CHECK ((code ~ '^[0-9][0-9AB][0-9]{3}$'::text)),
    CONSTRAINT commune_epci_siren_check CHECK ((epci_siren ~ '^[0-9]{9}$'::text)),
    CONSTRAINT commune_population_check CHECK ((population >= 0)),
    CONSTRAINT commune_siren_check CHECK ((siren ~ '^[0-9]{9}$'::text))
);

ALTER TABLE ONLY territory.commune FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.commune OWNER TO maillage_owner;

CREATE TABLE territory.council (
    id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    time_zone text DEFAULT 'Europe/Paris'::text NOT NULL,
    demonstration boolean DEFAULT false NOT NULL,
    CONSTRAINT council_kind_check CHECK ((kind = ANY (ARRAY['clspd'::text, 'cispd'::text]))),
    CONSTRAINT council_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,40}$'::text))
);

ALTER TABLE ONLY territory.council FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.council OWNER TO maillage_owner;

ALTER TABLE territory.council ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME territory.council_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE territory.legal_threshold (
    council_id bigint NOT NULL,
    name text NOT NULL,
    value double precision NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    article text NOT NULL,
    source text NOT NULL,
    to_verify boolean DEFAULT false NOT NULL,
    CONSTRAINT legal_threshold_check CHECK ((valid_to > valid_from)),
    CONSTRAINT legal_threshold_name_check CHECK ((name ~ '^[a-z_]{1,60}$'::text))
);

ALTER TABLE ONLY territory.legal_threshold FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.legal_threshold OWNER TO maillage_owner;

CREATE TABLE territory.membership (
    council_id bigint NOT NULL,
    commune_code text NOT NULL,
    standing text NOT NULL,
    since date,
    until date,
    source text NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT membership_check CHECK ((until > since)),
    CONSTRAINT membership_standing_check CHECK ((standing = ANY (ARRAY['member'::text, 'associated'::text, 'proposed'::text])))
);

ALTER TABLE ONLY territory.membership FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.membership OWNER TO maillage_owner;

ALTER TABLE territory.membership ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME territory.membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE territory.zone (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    zoning_id bigint NOT NULL,
    key text NOT NULL,
    code text,
    name text NOT NULL,
    standing text NOT NULL,
    population integer,
    commune_code text NOT NULL,
    outline public.geometry(MultiPolygon,2154),
    schematic boolean NOT NULL,
    to_verify boolean DEFAULT false NOT NULL,
    CONSTRAINT zone_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{1,60}$'::text)),
    CONSTRAINT zone_population_check CHECK ((population >= 0)),
    CONSTRAINT zone_standing_check CHECK ((standing = ANY (ARRAY['zone'::text, 'watch'::text])))
);

ALTER TABLE ONLY territory.zone FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.zone OWNER TO maillage_owner;

ALTER TABLE territory.zone ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME territory.zone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE territory.zoning (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    valid_from date,
    valid_to date,
    source text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT zoning_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT zoning_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,40}$'::text)),
    CONSTRAINT zoning_kind_check CHECK ((kind = ANY (ARRAY['quartier'::text, 'qpv'::text, 'police_sector'::text, 'commune'::text])))
);

ALTER TABLE ONLY territory.zoning FORCE ROW LEVEL SECURITY;

ALTER TABLE territory.zoning OWNER TO maillage_owner;

ALTER TABLE territory.zoning ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME territory.zoning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW territory_api.commune WITH (security_invoker='true') AS
 SELECT commune.council_id,
    commune.code,
    commune.name,
    commune.population
   FROM territory.commune;

ALTER TABLE territory_api.commune OWNER TO maillage_owner;

CREATE VIEW territory_api.council WITH (security_invoker='true') AS
 SELECT council.id,
    council.slug,
    council.name,
    council.kind,
    council.time_zone,
    council.demonstration
   FROM territory.council;

ALTER TABLE territory_api.council OWNER TO maillage_owner;

CREATE VIEW territory_api.legal_threshold WITH (security_invoker='true') AS
 SELECT legal_threshold.council_id,
    legal_threshold.name,
    legal_threshold.value,
    legal_threshold.valid_from,
    legal_threshold.valid_to
   FROM territory.legal_threshold;

ALTER TABLE territory_api.legal_threshold OWNER TO maillage_owner;

CREATE VIEW territory_api.zone WITH (security_invoker='true') AS
 SELECT z.council_id,
    z.id,
    z.key,
    z.name,
    z.standing,
    z.population,
    z.commune_code,
    g.code AS zoning,
    g.kind,
    g.valid_from,
    g.valid_to
   FROM (territory.zone z
     JOIN territory.zoning g ON ((g.id = z.zoning_id)));

ALTER TABLE territory_api.zone OWNER TO maillage_owner;

ALTER TABLE ONLY audit.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY ctx.mac_key
    ADD CONSTRAINT mac_key_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY directory.contact
    ADD CONSTRAINT contact_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY directory.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY directory.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (council_id, account_id, form);

ALTER TABLE ONLY directory.network
    ADD CONSTRAINT network_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY directory.network
    ADD CONSTRAINT network_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY directory.network_member
    ADD CONSTRAINT network_member_pkey PRIMARY KEY (network_id, organisation_id);

ALTER TABLE ONLY directory.network
    ADD CONSTRAINT network_pkey PRIMARY KEY (id);

ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_council_id_key_key UNIQUE (council_id, key);

ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY documents.file
    ADD CONSTRAINT file_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY documents.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY final_review.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (council_id, account_id, part);

ALTER TABLE ONLY final_review.text
    ADD CONSTRAINT text_council_id_part_version_key UNIQUE (council_id, part, version);

ALTER TABLE ONLY final_review.text
    ADD CONSTRAINT text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY governance.body
    ADD CONSTRAINT body_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY governance.body
    ADD CONSTRAINT body_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY governance.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (id);

ALTER TABLE ONLY governance.prefect_record
    ADD CONSTRAINT prefect_record_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY governance.prefect_record
    ADD CONSTRAINT prefect_record_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.access_request
    ADD CONSTRAINT access_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.account
    ADD CONSTRAINT account_public_id_key UNIQUE (public_id);

ALTER TABLE ONLY identity.charter
    ADD CONSTRAINT charter_pkey PRIMARY KEY (council_id, version);

ALTER TABLE ONLY identity.charter_signature
    ADD CONSTRAINT charter_signature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.directory_token
    ADD CONSTRAINT directory_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.directory_token
    ADD CONSTRAINT directory_token_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY identity.failure
    ADD CONSTRAINT failure_pkey PRIMARY KEY (subject);

ALTER TABLE ONLY identity.half_sign_in
    ADD CONSTRAINT half_sign_in_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY identity.invitation
    ADD CONSTRAINT invitation_code_hash_key UNIQUE (code_hash);

ALTER TABLE ONLY identity.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.kept_form
    ADD CONSTRAINT kept_form_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY identity.key_pair
    ADD CONSTRAINT key_pair_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.known_account
    ADD CONSTRAINT known_account_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_public_id_key UNIQUE (public_id);

ALTER TABLE ONLY identity.passkey
    ADD CONSTRAINT passkey_credential_id_key UNIQUE (credential_id);

ALTER TABLE ONLY identity.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY identity.passkey_user
    ADD CONSTRAINT passkey_user_handle_key UNIQUE (handle);

ALTER TABLE ONLY identity.passkey_user
    ADD CONSTRAINT passkey_user_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.provider_subject
    ADD CONSTRAINT provider_subject_fingerprint_key UNIQUE (fingerprint);

ALTER TABLE ONLY identity.provider_subject
    ADD CONSTRAINT provider_subject_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (code_hash);

ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_id_key UNIQUE (id);

ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY identity.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (account_id, key);

ALTER TABLE ONLY identity.totp
    ADD CONSTRAINT totp_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.unlock_phrase
    ADD CONSTRAINT unlock_phrase_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY identity.used_challenge
    ADD CONSTRAINT used_challenge_pkey PRIMARY KEY (challenge_hash);

ALTER TABLE ONLY indicators.comment
    ADD CONSTRAINT comment_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY indicators.comment
    ADD CONSTRAINT comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY indicators.comment_text
    ADD CONSTRAINT comment_text_pkey PRIMARY KEY (comment_id, number);

ALTER TABLE ONLY indicators.definition
    ADD CONSTRAINT definition_pkey PRIMARY KEY (indicator_id, version);

ALTER TABLE ONLY indicators.figure
    ADD CONSTRAINT figure_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY indicators.figure
    ADD CONSTRAINT figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY indicators.key_figure
    ADD CONSTRAINT key_figure_pkey PRIMARY KEY (council_id, "position");

ALTER TABLE ONLY indicators.revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (council_id);

ALTER TABLE ONLY indicators.sent_table
    ADD CONSTRAINT sent_table_pkey PRIMARY KEY (council_id, id);

ALTER TABLE ONLY indicators.staged_table
    ADD CONSTRAINT staged_table_pkey PRIMARY KEY (council_id, id);

ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobs.result
    ADD CONSTRAINT result_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY mail.delivery
    ADD CONSTRAINT delivery_message_id_account_id_key UNIQUE (message_id, account_id);

ALTER TABLE ONLY mail.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY mail.message
    ADD CONSTRAINT message_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY mail.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY mail.text
    ADD CONSTRAINT text_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY notices.digest
    ADD CONSTRAINT digest_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY notices.digest
    ADD CONSTRAINT digest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices.opt_out
    ADD CONSTRAINT opt_out_pkey PRIMARY KEY (account_id, kind);

ALTER TABLE ONLY notices.reminder
    ADD CONSTRAINT reminder_council_id_organisation_id_week_key UNIQUE (council_id, organisation_id, week);

ALTER TABLE ONLY notices.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices.sender
    ADD CONSTRAINT sender_pkey PRIMARY KEY (council_id);

ALTER TABLE ONLY notices.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (council_id);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_council_id_number_key UNIQUE (council_id, number);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.action_axis
    ADD CONSTRAINT action_axis_pkey PRIMARY KEY (action_id, axis);

ALTER TABLE ONLY strategy.action_organisation
    ADD CONSTRAINT action_organisation_pkey PRIMARY KEY (action_id, organisation_id);

ALTER TABLE ONLY strategy.action_partner
    ADD CONSTRAINT action_partner_pkey PRIMARY KEY (action_id, name);

ALTER TABLE ONLY strategy.action
    ADD CONSTRAINT action_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.axis
    ADD CONSTRAINT axis_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.axis
    ADD CONSTRAINT axis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.budget_line
    ADD CONSTRAINT budget_line_action_id_label_year_fund_key UNIQUE (action_id, label, year, fund);

ALTER TABLE ONLY strategy.budget_line
    ADD CONSTRAINT budget_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.change_set
    ADD CONSTRAINT change_set_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.change_set
    ADD CONSTRAINT change_set_undoes_key UNIQUE (undoes);

ALTER TABLE ONLY strategy.commitment
    ADD CONSTRAINT commitment_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.commitment
    ADD CONSTRAINT commitment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.domain
    ADD CONSTRAINT domain_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.domain
    ADD CONSTRAINT domain_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (council_id, account_id, form);

ALTER TABLE ONLY strategy.evidence
    ADD CONSTRAINT evidence_council_id_document_id_key UNIQUE (council_id, document_id);

ALTER TABLE ONLY strategy.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.link
    ADD CONSTRAINT link_action_id_kind_target_key UNIQUE (action_id, kind, target);

ALTER TABLE ONLY strategy.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.news
    ADD CONSTRAINT news_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.objective
    ADD CONSTRAINT objective_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.objective
    ADD CONSTRAINT objective_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.plan
    ADD CONSTRAINT plan_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.record
    ADD CONSTRAINT record_action_id_title_key UNIQUE (action_id, title);

ALTER TABLE ONLY strategy.record_line
    ADD CONSTRAINT record_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (council_id);

ALTER TABLE ONLY strategy.saved_view
    ADD CONSTRAINT saved_view_council_id_account_id_name_key UNIQUE (council_id, account_id, name);

ALTER TABLE ONLY strategy.saved_view
    ADD CONSTRAINT saved_view_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.staged_import
    ADD CONSTRAINT staged_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.step
    ADD CONSTRAINT step_action_id_id_key UNIQUE (action_id, id);

ALTER TABLE ONLY strategy.step
    ADD CONSTRAINT step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY strategy.term_end
    ADD CONSTRAINT term_end_pkey PRIMARY KEY (council_id, version);

ALTER TABLE ONLY strategy.working_group
    ADD CONSTRAINT working_group_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY strategy.working_group
    ADD CONSTRAINT working_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY territory.commune
    ADD CONSTRAINT commune_pkey PRIMARY KEY (council_id, code);

ALTER TABLE ONLY territory.council
    ADD CONSTRAINT council_pkey PRIMARY KEY (id);

ALTER TABLE ONLY territory.council
    ADD CONSTRAINT council_slug_key UNIQUE (slug);

ALTER TABLE ONLY territory.legal_threshold
    ADD CONSTRAINT legal_threshold_pkey PRIMARY KEY (council_id, name, valid_from);

ALTER TABLE ONLY territory.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY territory.zone
    ADD CONSTRAINT zone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY territory.zone
    ADD CONSTRAINT zone_zoning_id_key_key UNIQUE (zoning_id, key);

ALTER TABLE ONLY territory.zoning
    ADD CONSTRAINT zoning_council_id_code_key UNIQUE (council_id, code);

ALTER TABLE ONLY territory.zoning
    ADD CONSTRAINT zoning_council_id_id_key UNIQUE (council_id, id);

ALTER TABLE ONLY territory.zoning
    ADD CONSTRAINT zoning_pkey PRIMARY KEY (id);

CREATE INDEX entry_by_council ON audit.entry USING btree (council_id, id DESC);

CREATE INDEX contact_of_organisation ON directory.contact USING btree (organisation_id);

CREATE INDEX file_by_council ON documents.file USING btree (council_id, uploaded_at);

CREATE INDEX file_to_check ON documents.file USING btree (uploaded_at) WHERE (state = 'checking'::text);

CREATE INDEX text_of_part ON final_review.text USING btree (council_id, part, id);

CREATE INDEX member_by_account ON governance.member USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX member_by_contact ON governance.member USING btree (contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX member_of_body ON governance.member USING btree (body_id, from_day);

CREATE INDEX prefect_record_by_day ON governance.prefect_record USING btree (council_id, told_on DESC);

CREATE INDEX access_request_of_account ON identity.access_request USING btree (account_id);

CREATE INDEX access_request_of_council ON identity.access_request USING btree (council_id, state);

CREATE UNIQUE INDEX account_email ON identity.account USING btree (email);

CREATE INDEX account_of_directory ON identity.account USING btree (council_id, id) WHERE (directory IS NOT NULL);

CREATE INDEX charter_signature_of_account ON identity.charter_signature USING btree (account_id);

CREATE UNIQUE INDEX charter_signature_standing ON identity.charter_signature USING btree (council_id, account_id, version) WHERE (withdrawn_at IS NULL);

CREATE INDEX directory_token_of_council ON identity.directory_token USING btree (council_id);

CREATE INDEX half_sign_in_by_age ON identity.half_sign_in USING btree (started_at);

CREATE INDEX mandate_of_account ON identity.mandate USING btree (account_id);

CREATE INDEX passkey_of_account ON identity.passkey USING btree (account_id);

CREATE INDEX recovery_code_of_account ON identity.recovery_code USING btree (account_id);

CREATE INDEX session_of_account ON identity.session USING btree (account_id);

CREATE INDEX submission_by_age ON identity.submission USING btree (started_at);

CREATE INDEX used_challenge_by_age ON identity.used_challenge USING btree (used_at);

CREATE INDEX break_of_indicator ON indicators.definition USING btree (indicator_id, breaks_from) WHERE (breaks_from IS NOT NULL);

CREATE INDEX comment_of_indicator ON indicators.comment USING btree (indicator_id, written_at);

CREATE INDEX figure_of_indicator ON indicators.figure USING btree (indicator_id, first_month);

CREATE UNIQUE INDEX one_figure_a_period ON indicators.figure USING btree (indicator_id, first_month, months, perimeter) WHERE (replaced_at IS NULL);

CREATE INDEX sent_table_by_age ON indicators.sent_table USING btree (sent_at);

CREATE INDEX job_at_work ON jobs.job USING btree (heartbeat_at) WHERE (state = 'running'::text);

CREATE INDEX job_finished ON jobs.job USING btree (finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX job_of_account ON jobs.job USING btree (council_id, account_id, id DESC);

CREATE INDEX job_to_take ON jobs.job USING btree (run_at, id) WHERE (state = 'waiting'::text);

CREATE INDEX result_expiry ON jobs.result USING btree (expires_at);

CREATE INDEX delivery_due ON mail.delivery USING btree (try_at) WHERE (state = 'waiting'::text);

CREATE INDEX delivery_finished ON mail.delivery USING btree (finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX delivery_of_council ON mail.delivery USING btree (council_id, id DESC);

CREATE INDEX digest_of_council ON notices.digest USING btree (council_id, sent_at DESC);

CREATE UNIQUE INDEX one_automatic_digest_a_quarter ON notices.digest USING btree (council_id, quarter) WHERE automatic;

CREATE INDEX action_by_due ON strategy.action USING btree (council_id, due) WHERE (deleted_at IS NULL);

CREATE INDEX action_by_position ON strategy.action USING btree (council_id, "position", id);

CREATE UNIQUE INDEX action_code ON strategy.action USING btree (council_id, code) WHERE (deleted_at IS NULL);

CREATE INDEX action_of_organisation ON strategy.action_organisation USING btree (council_id, organisation_id);

CREATE INDEX change_by_action ON strategy.change USING btree (action_id, id DESC);

CREATE INDEX change_by_set ON strategy.change USING btree (change_set_id);

CREATE INDEX evidence_by_action ON strategy.evidence USING btree (action_id);

CREATE INDEX news_by_action ON strategy.news USING btree (action_id, at DESC);

CREATE INDEX record_line_by_record ON strategy.record_line USING btree (record_id, "position", on_day);

CREATE UNIQUE INDEX record_value_day ON strategy.record_line USING btree (record_id, on_day) WHERE (kind = 'value'::text);

CREATE INDEX step_by_action ON strategy.step USING btree (action_id, "position", id);

CREATE INDEX membership_of_commune ON territory.membership USING btree (council_id, commune_code);

CREATE UNIQUE INDEX membership_open ON territory.membership USING btree (council_id, commune_code) WHERE (until IS NULL);

CREATE INDEX zone_by_council ON territory.zone USING btree (council_id, zoning_id);

CREATE INDEX zone_by_outline ON territory.zone USING gist (outline);

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER never_truncated BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER account_changes BEFORE UPDATE OF email, display_name, external_id, disabled_at, closed_by_directory, directory, password, opened_by, factor_taken_by, council_id, fictional, public_id ON identity.account FOR EACH ROW EXECUTE FUNCTION identity.account_changes();

CREATE TRIGGER known_to_the_council AFTER INSERT OR UPDATE OF display_name, fictional, disabled_at ON identity.account FOR EACH ROW EXECUTE FUNCTION identity.make_known();

CREATE TRIGGER mandate_changes BEFORE UPDATE ON identity.mandate FOR EACH ROW EXECUTE FUNCTION identity.mandate_changes();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR UPDATE ON indicators.definition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION indicators.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR UPDATE ON indicators.figure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION indicators.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR UPDATE ON indicators.indicator DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION indicators.count_revision();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON snapshots.snapshot FOR EACH ROW EXECUTE FUNCTION snapshots.refuse_change();

ALTER TABLE snapshots.snapshot ENABLE ALWAYS TRIGGER never_changed;

CREATE TRIGGER never_truncated BEFORE TRUNCATE ON snapshots.snapshot FOR EACH STATEMENT EXECUTE FUNCTION snapshots.refuse_change();

ALTER TABLE snapshots.snapshot ENABLE ALWAYS TRIGGER never_truncated;

CREATE TRIGGER numbered BEFORE INSERT ON snapshots.snapshot FOR EACH ROW EXECUTE FUNCTION snapshots.give_number();

ALTER TABLE snapshots.snapshot ENABLE ALWAYS TRIGGER numbered;

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.action DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.action_axis DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.action_organisation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.action_partner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.axis DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.domain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.objective DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

CREATE CONSTRAINT TRIGGER counted_in_the_revision AFTER INSERT OR DELETE OR UPDATE ON strategy.working_group DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.count_revision();

ALTER TABLE ONLY directory.contact
    ADD CONSTRAINT contact_council_id_organisation_id_fkey FOREIGN KEY (council_id, organisation_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY directory.network_member
    ADD CONSTRAINT network_member_council_id_network_id_fkey FOREIGN KEY (council_id, network_id) REFERENCES directory.network(council_id, id);

ALTER TABLE ONLY directory.network_member
    ADD CONSTRAINT network_member_council_id_organisation_id_fkey FOREIGN KEY (council_id, organisation_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY final_review.text
    ADD CONSTRAINT text_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY governance.body
    ADD CONSTRAINT follows_a_group_of_the_strategy FOREIGN KEY (council_id, strategy_group) REFERENCES strategy.working_group(council_id, code);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_council_id_body_id_fkey FOREIGN KEY (council_id, body_id) REFERENCES governance.body(council_id, id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_council_id_contact_id_fkey FOREIGN KEY (council_id, contact_id) REFERENCES directory.contact(council_id, id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_council_id_organisation_id_fkey FOREIGN KEY (council_id, organisation_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY governance.member
    ADD CONSTRAINT member_council_id_replaces_fkey FOREIGN KEY (council_id, replaces) REFERENCES governance.member(council_id, id);

ALTER TABLE ONLY identity.access_request
    ADD CONSTRAINT access_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.access_request
    ADD CONSTRAINT access_request_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.access_request
    ADD CONSTRAINT access_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.account
    ADD CONSTRAINT account_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.account
    ADD CONSTRAINT account_factor_taken_by_fkey FOREIGN KEY (factor_taken_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.account
    ADD CONSTRAINT account_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.charter
    ADD CONSTRAINT charter_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.charter_signature
    ADD CONSTRAINT charter_signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.charter_signature
    ADD CONSTRAINT charter_signature_council_id_version_fkey FOREIGN KEY (council_id, version) REFERENCES identity.charter(council_id, version);

ALTER TABLE ONLY identity.charter
    ADD CONSTRAINT charter_written_by_fkey FOREIGN KEY (written_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.directory_token
    ADD CONSTRAINT directory_token_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.directory_token
    ADD CONSTRAINT directory_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.half_sign_in
    ADD CONSTRAINT half_sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.half_sign_in
    ADD CONSTRAINT half_sign_in_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.invitation
    ADD CONSTRAINT invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.invitation
    ADD CONSTRAINT invitation_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.invitation
    ADD CONSTRAINT invitation_given_by_fkey FOREIGN KEY (given_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.key_pair
    ADD CONSTRAINT key_pair_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.key_pair
    ADD CONSTRAINT key_pair_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.known_account
    ADD CONSTRAINT known_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.known_account
    ADD CONSTRAINT known_account_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.mandate
    ADD CONSTRAINT mandate_given_by_fkey FOREIGN KEY (given_by) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.passkey
    ADD CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.passkey
    ADD CONSTRAINT passkey_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.passkey_user
    ADD CONSTRAINT passkey_user_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.passkey_user
    ADD CONSTRAINT passkey_user_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.provider_subject
    ADD CONSTRAINT provider_subject_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.provider_subject
    ADD CONSTRAINT provider_subject_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.recovery_code
    ADD CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.recovery_code
    ADD CONSTRAINT recovery_code_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.totp
    ADD CONSTRAINT totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.totp
    ADD CONSTRAINT totp_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY identity.unlock_phrase
    ADD CONSTRAINT unlock_phrase_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

ALTER TABLE ONLY identity.unlock_phrase
    ADD CONSTRAINT unlock_phrase_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY indicators.comment
    ADD CONSTRAINT comment_council_id_indicator_id_fkey FOREIGN KEY (council_id, indicator_id) REFERENCES indicators.indicator(council_id, id);

ALTER TABLE ONLY indicators.comment_text
    ADD CONSTRAINT comment_text_council_id_comment_id_fkey FOREIGN KEY (council_id, comment_id) REFERENCES indicators.comment(council_id, id);

ALTER TABLE ONLY indicators.definition
    ADD CONSTRAINT definition_council_id_indicator_id_fkey FOREIGN KEY (council_id, indicator_id) REFERENCES indicators.indicator(council_id, id);

ALTER TABLE ONLY indicators.definition
    ADD CONSTRAINT definition_council_id_owner_id_fkey FOREIGN KEY (council_id, owner_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY indicators.figure
    ADD CONSTRAINT figure_council_id_indicator_id_fkey FOREIGN KEY (council_id, indicator_id) REFERENCES indicators.indicator(council_id, id);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_council_id_agreed_body_fkey FOREIGN KEY (council_id, agreed_body) REFERENCES governance.body(council_id, code);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY indicators.indicator
    ADD CONSTRAINT indicator_council_id_group_code_fkey FOREIGN KEY (council_id, group_code) REFERENCES strategy.working_group(council_id, code);

ALTER TABLE ONLY indicators.key_figure
    ADD CONSTRAINT key_figure_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY indicators.key_figure
    ADD CONSTRAINT key_figure_council_id_indicator_id_fkey FOREIGN KEY (council_id, indicator_id) REFERENCES indicators.indicator(council_id, id);

ALTER TABLE ONLY indicators.revision
    ADD CONSTRAINT revision_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY indicators.sent_table
    ADD CONSTRAINT sent_table_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY indicators.staged_table
    ADD CONSTRAINT staged_table_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY jobs.result
    ADD CONSTRAINT result_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs.job(id) ON DELETE CASCADE;

ALTER TABLE ONLY mail.delivery
    ADD CONSTRAINT delivery_council_id_message_id_fkey FOREIGN KEY (council_id, message_id) REFERENCES mail.message(council_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY mail.text
    ADD CONSTRAINT text_council_id_message_id_fkey FOREIGN KEY (council_id, message_id) REFERENCES mail.message(council_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY notices.opt_out
    ADD CONSTRAINT opt_out_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY notices.reminder
    ADD CONSTRAINT reminder_council_id_organisation_id_fkey FOREIGN KEY (council_id, organisation_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_council_id_body_fkey FOREIGN KEY (council_id, body) REFERENCES governance.body(council_id, code);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY strategy.action_axis
    ADD CONSTRAINT action_axis_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.action_axis
    ADD CONSTRAINT action_axis_council_id_axis_fkey FOREIGN KEY (council_id, axis) REFERENCES strategy.axis(council_id, code);

ALTER TABLE ONLY strategy.action
    ADD CONSTRAINT action_council_id_domain_fkey FOREIGN KEY (council_id, domain) REFERENCES strategy.domain(council_id, code);

ALTER TABLE ONLY strategy.action_organisation
    ADD CONSTRAINT action_organisation_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.action_organisation
    ADD CONSTRAINT action_organisation_council_id_organisation_id_fkey FOREIGN KEY (council_id, organisation_id) REFERENCES directory.organisation(council_id, id);

ALTER TABLE ONLY strategy.action_partner
    ADD CONSTRAINT action_partner_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.budget_line
    ADD CONSTRAINT budget_line_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.change
    ADD CONSTRAINT change_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.change
    ADD CONSTRAINT change_change_set_id_fkey FOREIGN KEY (change_set_id) REFERENCES strategy.change_set(id);

ALTER TABLE ONLY strategy.change_set
    ADD CONSTRAINT change_set_undoes_fkey FOREIGN KEY (undoes) REFERENCES strategy.change_set(id);

ALTER TABLE ONLY strategy.change
    ADD CONSTRAINT change_step_id_fkey FOREIGN KEY (step_id) REFERENCES strategy.step(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.evidence
    ADD CONSTRAINT evidence_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.evidence
    ADD CONSTRAINT evidence_action_id_step_id_fkey FOREIGN KEY (action_id, step_id) REFERENCES strategy.step(action_id, id);

ALTER TABLE ONLY strategy.evidence
    ADD CONSTRAINT evidence_council_id_document_id_fkey FOREIGN KEY (council_id, document_id) REFERENCES documents.file(council_id, id);

ALTER TABLE ONLY strategy.link
    ADD CONSTRAINT link_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.news
    ADD CONSTRAINT news_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.record
    ADD CONSTRAINT record_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.record_line
    ADD CONSTRAINT record_line_record_id_fkey FOREIGN KEY (record_id) REFERENCES strategy.record(id) ON DELETE CASCADE;

ALTER TABLE ONLY strategy.staged_import
    ADD CONSTRAINT staged_import_change_set_id_fkey FOREIGN KEY (change_set_id) REFERENCES strategy.change_set(id);

ALTER TABLE ONLY strategy.step
    ADD CONSTRAINT step_action_id_fkey FOREIGN KEY (action_id) REFERENCES strategy.action(id) ON DELETE CASCADE;

ALTER TABLE ONLY territory.commune
    ADD CONSTRAINT commune_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY territory.legal_threshold
    ADD CONSTRAINT legal_threshold_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE ONLY territory.membership
    ADD CONSTRAINT membership_council_id_commune_code_fkey FOREIGN KEY (council_id, commune_code) REFERENCES territory.commune(council_id, code);

ALTER TABLE ONLY territory.zone
    ADD CONSTRAINT zone_council_id_commune_code_fkey FOREIGN KEY (council_id, commune_code) REFERENCES territory.commune(council_id, code);

ALTER TABLE ONLY territory.zone
    ADD CONSTRAINT zone_council_id_zoning_id_fkey FOREIGN KEY (council_id, zoning_id) REFERENCES territory.zoning(council_id, id);

ALTER TABLE ONLY territory.zoning
    ADD CONSTRAINT zoning_council_id_fkey FOREIGN KEY (council_id) REFERENCES territory.council(id);

ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON audit.entry FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_audit'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written_by_the_actor ON audit.entry FOR INSERT WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written_by_the_directory ON audit.entry FOR INSERT WITH CHECK (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (account_id = 0)));

ALTER TABLE ctx.mac_key ENABLE ROW LEVEL SECURITY;

CREATE POLICY owner_only ON ctx.mac_key USING ((CURRENT_USER = 'maillage_owner'::name)) WITH CHECK ((CURRENT_USER = 'maillage_owner'::name));

ALTER TABLE directory.contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE directory.draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE directory.network ENABLE ROW LEVEL SECURITY;

ALTER TABLE directory.network_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE directory.organisation ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON directory.draft USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_directory'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY readable ON directory.contact FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_directory'::text]) AS council_for)));

CREATE POLICY readable ON directory.network FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_directory'::text]) AS council_for)));

CREATE POLICY readable ON directory.network_member FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_directory'::text]) AS council_for)));

CREATE POLICY readable ON directory.organisation FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_directory'::text]) AS council_for)));

CREATE POLICY written ON directory.contact USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_directory'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON directory.network USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_directory'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON directory.network_member USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_directory'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON directory.organisation USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_directory'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE documents.file ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON documents.file FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_documents'::text]) AS council_for)) AND (removed_at IS NULL)));

CREATE POLICY written ON documents.file USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['attach_evidence'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE final_review.draft ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON final_review.draft USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['write_final_review'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY readable ON final_review.text FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)) AND (version IS NOT NULL)));

ALTER TABLE final_review.text ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON final_review.text USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['write_final_review'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE governance.body ENABLE ROW LEVEL SECURITY;

ALTER TABLE governance.member ENABLE ROW LEVEL SECURITY;

ALTER TABLE governance.prefect_record ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON governance.body FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

CREATE POLICY readable ON governance.member FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

CREATE POLICY readable ON governance.prefect_record FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

CREATE POLICY written ON governance.body USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON governance.member USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON governance.prefect_record USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE identity.access_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.account ENABLE ROW LEVEL SECURITY;

CREATE POLICY application ON identity.account USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.charter_signature USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.directory_token USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.invitation USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.mandate USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.session USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY application ON identity.submission USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY changed_by_the_directory ON identity.account FOR UPDATE USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (directory IS NOT NULL)));

ALTER TABLE identity.charter ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.charter_signature ENABLE ROW LEVEL SECURITY;

CREATE POLICY closed_by_the_directory ON identity.session USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (EXISTS ( SELECT
   FROM identity.account a
  WHERE ((a.id = session.account_id) AND (a.disabled_at IS NOT NULL)))))) WITH CHECK (false);

ALTER TABLE identity.directory_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.failure ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.half_sign_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.invitation ENABLE ROW LEVEL SECURITY;

CREATE POLICY kept_by_the_directory ON identity.known_account USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (EXISTS ( SELECT
   FROM identity.account a
  WHERE ((a.id = known_account.account_id) AND (a.directory IS NOT NULL))))));

ALTER TABLE identity.kept_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.key_pair ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.known_account ENABLE ROW LEVEL SECURITY;

CREATE POLICY made_by_the_directory ON identity.account FOR INSERT WITH CHECK (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (directory = 'kept'::text) AND (password IS NULL) AND (opened_by IS NULL) AND (factor_taken_by IS NULL) AND (NOT fictional)));

CREATE POLICY managed ON identity.access_request USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY managed ON identity.account USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY managed ON identity.directory_token USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY managed ON identity.invitation USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY managed ON identity.mandate USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY managed ON identity.passkey USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY managed ON identity.recovery_code USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY managed ON identity.totp USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE identity.mandate ENABLE ROW LEVEL SECURITY;

CREATE POLICY of_a_closed_account ON identity.session USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) AND (EXISTS ( SELECT
   FROM identity.account a
  WHERE ((a.id = session.account_id) AND (a.disabled_at IS NOT NULL))))));

CREATE POLICY of_the_application ON identity.failure USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY of_the_application ON identity.half_sign_in USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY of_the_application ON identity.kept_form USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY of_the_application ON identity.used_challenge USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY own ON identity.access_request USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.account USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.charter_signature USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.key_pair USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON identity.mandate FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.passkey USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.passkey_user USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON identity.provider_subject USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON identity.recovery_code USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.session USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.submission USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.totp USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))));

CREATE POLICY own ON identity.unlock_phrase USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE identity.passkey ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.passkey_user ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.provider_subject ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON identity.charter FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)));

CREATE POLICY readable ON identity.known_account FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)));

ALTER TABLE identity.recovery_code ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON identity.charter_signature FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY seen_by_the_directory ON identity.account FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (directory IS NOT NULL)));

CREATE POLICY seen_by_the_directory ON identity.mandate FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (EXISTS ( SELECT
   FROM identity.account a
  WHERE ((a.id = mandate.account_id) AND (a.directory IS NOT NULL))))));

ALTER TABLE identity.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.submission ENABLE ROW LEVEL SECURITY;

CREATE POLICY taken_by_the_directory ON identity.mandate FOR UPDATE USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['provision_accounts'::text]) AS council_for)) AND (EXISTS ( SELECT
   FROM identity.account a
  WHERE ((a.id = mandate.account_id) AND (a.directory IS NOT NULL))))));

ALTER TABLE identity.totp ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.unlock_phrase ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.used_challenge ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON identity.charter USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON identity.known_account USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY added_by_its_author ON indicators.comment_text FOR INSERT WITH CHECK ((comment_id IN ( SELECT c.id
   FROM indicators.comment c
  WHERE ((c.council_id = comment_text.council_id) AND (c.removed_at IS NULL) AND (c.account_id = ( SELECT ctx.account() AS account)) AND indicators.filled_by_caller(c.council_id, c.indicator_id)))));

CREATE POLICY added_by_the_owner ON indicators.comment FOR INSERT WITH CHECK (((account_id = ( SELECT ctx.account() AS account)) AND indicators.filled_by_caller(council_id, indicator_id)));

CREATE POLICY added_by_their_owner ON indicators.figure FOR INSERT WITH CHECK (indicators.filled_by_caller(council_id, indicator_id));

ALTER TABLE indicators.comment ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.comment_text ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.definition ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.figure ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.indicator ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.key_figure ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON indicators.sent_table USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['fill_indicators'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON indicators.staged_table USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY readable ON indicators.comment FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY readable ON indicators.comment_text FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)) AND (comment_id IN ( SELECT c.id
   FROM indicators.comment c
  WHERE (c.removed_at IS NULL)))));

CREATE POLICY readable ON indicators.definition FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY readable ON indicators.figure FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY readable ON indicators.indicator FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY readable ON indicators.key_figure FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY readable ON indicators.revision FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

CREATE POLICY replaced_by_their_owner ON indicators.figure FOR UPDATE USING (indicators.filled_by_caller(council_id, indicator_id)) WITH CHECK (indicators.filled_by_caller(council_id, indicator_id));

ALTER TABLE indicators.revision ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.sent_table ENABLE ROW LEVEL SECURITY;

ALTER TABLE indicators.staged_table ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON indicators.comment USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.comment_text USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.definition USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.figure USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.indicator USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.key_figure USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON indicators.revision USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_indicators'::text, 'fill_indicators'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE jobs.job ENABLE ROW LEVEL SECURITY;

CREATE POLICY of_who_asked ON jobs.job USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY of_who_asked ON jobs.result USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE jobs.result ENABLE ROW LEVEL SECURITY;

ALTER TABLE mail.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE mail.message ENABLE ROW LEVEL SECURITY;

CREATE POLICY queued ON mail.delivery FOR INSERT WITH CHECK ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)));

CREATE POLICY queued ON mail.message FOR INSERT WITH CHECK ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)));

CREATE POLICY queued ON mail.text FOR INSERT WITH CHECK ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)));

CREATE POLICY readable ON mail.delivery FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

CREATE POLICY readable ON mail.message FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text, 'edit_governance'::text]) AS council_for)));

CREATE POLICY started_anew ON mail.delivery FOR UPDATE USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['manage_accounts'::text]) AS council_for)));

ALTER TABLE mail.text ENABLE ROW LEVEL SECURITY;

CREATE POLICY worked ON mail.delivery USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY worked ON mail.message USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY worked ON mail.text USING (( SELECT ctx.is_system() AS is_system));

ALTER TABLE notices.digest ENABLE ROW LEVEL SECURITY;

ALTER TABLE notices.opt_out ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON notices.opt_out USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY readable ON notices.digest FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

CREATE POLICY readable ON notices.opt_out FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)));

CREATE POLICY readable ON notices.reminder FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

CREATE POLICY readable ON notices.sender FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['use_own_account'::text]) AS council_for)));

CREATE POLICY readable ON notices.setting FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_governance'::text]) AS council_for)));

ALTER TABLE notices.reminder ENABLE ROW LEVEL SECURITY;

ALTER TABLE notices.sender ENABLE ROW LEVEL SECURITY;

ALTER TABLE notices.setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON notices.digest USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON notices.reminder USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON notices.sender USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON notices.setting USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY readable ON snapshots.snapshot FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_indicators'::text]) AS council_for)));

ALTER TABLE snapshots.snapshot ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON snapshots.snapshot USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['take_snapshots'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE strategy.action ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_axis ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.action_partner ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.axis ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.budget_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.change ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.change_set ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.commitment ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.domain ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.link ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.news ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.objective ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON strategy.draft USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON strategy.saved_view USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY own ON strategy.staged_import USING ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['import_strategy'::text]) AS council_for)) AND (account_id = ( SELECT ctx.account() AS account))) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE strategy.plan ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON strategy.action FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)) AND (deleted_at IS NULL)));

CREATE POLICY readable ON strategy.action_axis FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.action_organisation FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.action_partner FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.axis FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.budget_line FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.change FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.change_set FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.commitment FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.domain FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.evidence FOR SELECT USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)) AND (removed_at IS NULL)));

CREATE POLICY readable ON strategy.link FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.news FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.objective FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.plan FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.record FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.record_line FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.revision FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.step FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.term_end FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON strategy.working_group FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

ALTER TABLE strategy.record ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.record_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.revision ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.saved_view ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.staged_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.step ENABLE ROW LEVEL SECURITY;

ALTER TABLE strategy.term_end ENABLE ROW LEVEL SECURITY;

CREATE POLICY told ON strategy.action FOR UPDATE USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'attach_evidence'::text]) AS council_for)) AND (deleted_at IS NULL)));

ALTER TABLE strategy.working_group ENABLE ROW LEVEL SECURITY;

CREATE POLICY written ON strategy.action USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON strategy.action_axis USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = action_axis.action_id)))));

CREATE POLICY written ON strategy.action_organisation USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = action_organisation.action_id)))));

CREATE POLICY written ON strategy.action_partner USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = action_partner.action_id)))));

CREATE POLICY written ON strategy.axis USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON strategy.budget_line USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = budget_line.action_id)))));

CREATE POLICY written ON strategy.change USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = change.action_id)))));

CREATE POLICY written ON strategy.change_set USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON strategy.commitment USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON strategy.domain USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON strategy.evidence USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['attach_evidence'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['attach_evidence'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = evidence.action_id)))));

CREATE POLICY written ON strategy.link USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = link.action_id)))));

CREATE POLICY written ON strategy.news USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'edit_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'edit_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = news.action_id)))));

CREATE POLICY written ON strategy.objective USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON strategy.plan USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON strategy.record USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = record.action_id)))));

CREATE POLICY written ON strategy.record_line USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.record r
  WHERE (r.id = record_line.record_id)))));

CREATE POLICY written ON strategy.revision USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['comment_strategy'::text, 'attach_evidence'::text, 'edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON strategy.step USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system))) WITH CHECK ((((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text, 'import_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)) AND (EXISTS ( SELECT
   FROM strategy.action a
  WHERE (a.id = step.action_id)))));

CREATE POLICY written ON strategy.term_end USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON strategy.working_group USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_strategy'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

ALTER TABLE territory.commune ENABLE ROW LEVEL SECURITY;

ALTER TABLE territory.council ENABLE ROW LEVEL SECURITY;

CREATE POLICY known_to_all ON territory.council FOR SELECT USING (true);

ALTER TABLE territory.legal_threshold ENABLE ROW LEVEL SECURITY;

ALTER TABLE territory.membership ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON territory.commune FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON territory.legal_threshold FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON territory.membership FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON territory.zone FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY readable ON territory.zoning FOR SELECT USING ((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['read_strategy'::text]) AS council_for)));

CREATE POLICY written ON territory.commune USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON territory.legal_threshold USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON territory.membership USING (((council_id = ( SELECT ctx.council_for(VARIADIC ARRAY['edit_governance'::text]) AS council_for)) OR ( SELECT ctx.is_system() AS is_system)));

CREATE POLICY written ON territory.zone USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written ON territory.zoning USING (( SELECT ctx.is_system() AS is_system));

CREATE POLICY written_by_the_application ON territory.council USING (( SELECT ctx.is_system() AS is_system)) WITH CHECK (( SELECT ctx.is_system() AS is_system));

ALTER TABLE territory.zone ENABLE ROW LEVEL SECURITY;

ALTER TABLE territory.zoning ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA audit TO maillage_app;

GRANT USAGE ON SCHEMA audit_api TO maillage_app;

GRANT USAGE ON SCHEMA ctx TO maillage_app;
GRANT USAGE ON SCHEMA ctx TO maillage_public;

GRANT USAGE ON SCHEMA directory TO maillage_app;

GRANT USAGE ON SCHEMA directory_api TO maillage_app;

GRANT USAGE ON SCHEMA documents TO maillage_app;

GRANT USAGE ON SCHEMA documents_api TO maillage_app;

GRANT USAGE ON SCHEMA final_review TO maillage_app;

GRANT USAGE ON SCHEMA governance TO maillage_app;

GRANT USAGE ON SCHEMA governance_api TO maillage_app;

GRANT USAGE ON SCHEMA identity TO maillage_app;

GRANT USAGE ON SCHEMA identity_api TO maillage_app;

GRANT USAGE ON SCHEMA indicators TO maillage_app;

GRANT USAGE ON SCHEMA jobs TO maillage_app;

GRANT USAGE ON SCHEMA mail TO maillage_app;

GRANT USAGE ON SCHEMA notices TO maillage_app;

GRANT USAGE ON SCHEMA snapshots TO maillage_app;

GRANT USAGE ON SCHEMA strategy TO maillage_app;

GRANT USAGE ON SCHEMA strategy_api TO maillage_app;

GRANT USAGE ON SCHEMA territory TO maillage_app;
GRANT USAGE ON SCHEMA territory TO maillage_public;

GRANT USAGE ON SCHEMA territory_api TO maillage_app;
GRANT USAGE ON SCHEMA territory_api TO maillage_public;

REVOKE ALL ON FUNCTION audit.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION audit.refuse_change() TO maillage_app;

REVOKE ALL ON FUNCTION ctx.account() FROM PUBLIC;
GRANT ALL ON FUNCTION ctx.account() TO maillage_app;
GRANT ALL ON FUNCTION ctx.account() TO maillage_public;

REVOKE ALL ON FUNCTION ctx.council() FROM PUBLIC;
GRANT ALL ON FUNCTION ctx.council() TO maillage_app;
GRANT ALL ON FUNCTION ctx.council() TO maillage_public;

REVOKE ALL ON FUNCTION ctx.council_for(VARIADIC acts text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ctx.council_for(VARIADIC acts text[]) TO maillage_app;
GRANT ALL ON FUNCTION ctx.council_for(VARIADIC acts text[]) TO maillage_public;

REVOKE ALL ON FUNCTION ctx.is_system() FROM PUBLIC;
GRANT ALL ON FUNCTION ctx.is_system() TO maillage_app;
GRANT ALL ON FUNCTION ctx.is_system() TO maillage_public;

REVOKE ALL ON FUNCTION ctx.verified() FROM PUBLIC;
GRANT ALL ON FUNCTION ctx.verified() TO maillage_app;
GRANT ALL ON FUNCTION ctx.verified() TO maillage_public;

REVOKE ALL ON FUNCTION documents.settle(of_council bigint, wanted uuid, reason text, content bytea, fingerprint bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION documents.settle(of_council bigint, wanted uuid, reason text, content bytea, fingerprint bytea) TO maillage_app;

REVOKE ALL ON FUNCTION identity.account_changes() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.account_changes() TO maillage_app;

REVOKE ALL ON FUNCTION identity.charter_signed(council bigint, account bigint, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.charter_signed(council bigint, account bigint, day date) TO maillage_app;

REVOKE ALL ON FUNCTION identity.make_known() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.make_known() TO maillage_app;

REVOKE ALL ON FUNCTION identity.mandate_changes() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.mandate_changes() TO maillage_app;

REVOKE ALL ON FUNCTION indicators.count_revision() FROM PUBLIC;
GRANT ALL ON FUNCTION indicators.count_revision() TO maillage_app;

REVOKE ALL ON FUNCTION indicators.filled_by_caller(council bigint, indicator bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION indicators.filled_by_caller(council bigint, indicator bigint) TO maillage_app;

REVOKE ALL ON FUNCTION snapshots.give_number() FROM PUBLIC;
GRANT ALL ON FUNCTION snapshots.give_number() TO maillage_app;

REVOKE ALL ON FUNCTION snapshots.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION snapshots.refuse_change() TO maillage_app;

REVOKE ALL ON FUNCTION strategy.count_revision() FROM PUBLIC;
GRANT ALL ON FUNCTION strategy.count_revision() TO maillage_app;

GRANT SELECT,INSERT ON TABLE audit.entry TO maillage_app;

GRANT SELECT ON TABLE audit_api.entry TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE directory.contact TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE directory.draft TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE directory.network TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE directory.network_member TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE directory.organisation TO maillage_app;

GRANT SELECT ON TABLE directory_api.contact TO maillage_app;

GRANT SELECT ON TABLE directory_api.organisation TO maillage_app;

GRANT SELECT ON TABLE documents.file TO maillage_app;

GRANT INSERT(id) ON TABLE documents.file TO maillage_app;

GRANT INSERT(council_id) ON TABLE documents.file TO maillage_app;

GRANT INSERT(title),UPDATE(title) ON TABLE documents.file TO maillage_app;

GRANT INSERT(kind) ON TABLE documents.file TO maillage_app;

GRANT INSERT(size_bytes) ON TABLE documents.file TO maillage_app;

GRANT INSERT(sha256) ON TABLE documents.file TO maillage_app;

GRANT INSERT(bytes) ON TABLE documents.file TO maillage_app;

GRANT INSERT(uploaded_by) ON TABLE documents.file TO maillage_app;

GRANT UPDATE(removed_at) ON TABLE documents.file TO maillage_app;

GRANT INSERT(check_job),UPDATE(check_job) ON TABLE documents.file TO maillage_app;

GRANT SELECT ON TABLE documents_api.file TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE final_review.draft TO maillage_app;

GRANT SELECT,INSERT ON TABLE final_review.text TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE governance.body TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE governance.member TO maillage_app;

GRANT SELECT,INSERT ON TABLE governance.prefect_record TO maillage_app;

GRANT UPDATE(withdrawn_at) ON TABLE governance.prefect_record TO maillage_app;

GRANT SELECT ON TABLE governance_api.body TO maillage_app;

GRANT SELECT ON TABLE governance_api.member TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.access_request TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.account TO maillage_app;

GRANT SELECT,INSERT ON TABLE identity.charter TO maillage_app;

GRANT SELECT,INSERT ON TABLE identity.charter_signature TO maillage_app;

GRANT UPDATE(withdrawn_at) ON TABLE identity.charter_signature TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.directory_token TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.failure TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.half_sign_in TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.invitation TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.kept_form TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.key_pair TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.known_account TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.mandate TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.passkey TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.passkey_user TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.provider_subject TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.recovery_code TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.session TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.submission TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.totp TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.unlock_phrase TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.used_challenge TO maillage_app;

GRANT SELECT ON TABLE identity_api.account TO maillage_app;

GRANT SELECT ON TABLE identity_api.mandate TO maillage_app;

GRANT SELECT,INSERT ON TABLE indicators.comment TO maillage_app;

GRANT UPDATE(removed_at) ON TABLE indicators.comment TO maillage_app;

GRANT UPDATE(removed_by) ON TABLE indicators.comment TO maillage_app;

GRANT UPDATE(removed_because) ON TABLE indicators.comment TO maillage_app;

GRANT SELECT,INSERT ON TABLE indicators.comment_text TO maillage_app;

GRANT SELECT,INSERT ON TABLE indicators.definition TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE indicators.indicator TO maillage_app;

GRANT SELECT ON TABLE indicators.described TO maillage_app;

GRANT SELECT,INSERT ON TABLE indicators.figure TO maillage_app;

GRANT UPDATE(replaced_at) ON TABLE indicators.figure TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE indicators.key_figure TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE indicators.revision TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE indicators.sent_table TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE indicators.staged_table TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.job TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.result TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(state) ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(attempts) ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(try_at) ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(trouble) ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(code) ON TABLE mail.delivery TO maillage_app;

GRANT UPDATE(finished_at) ON TABLE mail.delivery TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE mail.message TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE mail.text TO maillage_app;

GRANT SELECT,INSERT ON TABLE notices.digest TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE notices.opt_out TO maillage_app;

GRANT SELECT,INSERT ON TABLE notices.reminder TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE notices.sender TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE notices.setting TO maillage_app;

GRANT SELECT,INSERT ON TABLE snapshots.snapshot TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.action TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE strategy.action_axis TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE strategy.action_organisation TO maillage_app;

GRANT UPDATE(supposed) ON TABLE strategy.action_organisation TO maillage_app;

GRANT SELECT,INSERT,DELETE ON TABLE strategy.action_partner TO maillage_app;

GRANT UPDATE(supposed) ON TABLE strategy.action_partner TO maillage_app;

GRANT SELECT ON TABLE strategy.action_row TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.axis TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.budget_line TO maillage_app;

GRANT USAGE ON SEQUENCE strategy.budget_line_id_seq TO maillage_app;

GRANT SELECT,INSERT ON TABLE strategy.change TO maillage_app;

GRANT SELECT,INSERT ON TABLE strategy.change_set TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.commitment TO maillage_app;

GRANT SELECT ON TABLE strategy.deleted_action TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.domain TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.draft TO maillage_app;

GRANT SELECT,INSERT ON TABLE strategy.evidence TO maillage_app;

GRANT UPDATE(removed_at) ON TABLE strategy.evidence TO maillage_app;

GRANT UPDATE(removed_by) ON TABLE strategy.evidence TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.link TO maillage_app;

GRANT USAGE ON SEQUENCE strategy.link_id_seq TO maillage_app;

GRANT SELECT,INSERT ON TABLE strategy.news TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.objective TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.plan TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.record TO maillage_app;

GRANT USAGE ON SEQUENCE strategy.record_id_seq TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.record_line TO maillage_app;

GRANT USAGE ON SEQUENCE strategy.record_line_id_seq TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.revision TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.saved_view TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE strategy.staged_import TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.step TO maillage_app;

GRANT SELECT,INSERT ON TABLE strategy.term_end TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE strategy.working_group TO maillage_app;

GRANT SELECT ON TABLE strategy_api.action TO maillage_app;

GRANT SELECT ON TABLE strategy_api.working_group TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE territory.commune TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE territory.council TO maillage_app;
GRANT SELECT ON TABLE territory.council TO maillage_public;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE territory.legal_threshold TO maillage_app;

GRANT SELECT,INSERT,UPDATE ON TABLE territory.membership TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE territory.zone TO maillage_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE territory.zoning TO maillage_app;

GRANT SELECT ON TABLE territory_api.commune TO maillage_app;

GRANT SELECT ON TABLE territory_api.council TO maillage_app;
GRANT SELECT ON TABLE territory_api.council TO maillage_public;

GRANT SELECT ON TABLE territory_api.legal_threshold TO maillage_app;

GRANT SELECT ON TABLE territory_api.zone TO maillage_app;

