-- Who asks: a context signed by the application, checked here, set LOCAL in each transaction.
-- Policies compare a row's council_id to (select ctx.council()): the sub-select is run once a query.
create schema ctx;
grant usage on schema ctx to maillage_app, maillage_public;

create table ctx.mac_key (
    only_one boolean primary key default true check (only_one),
    key text not null
);
alter table ctx.mac_key enable row level security;
alter table ctx.mac_key force row level security;
create policy owner_only on ctx.mac_key using (current_user = 'maillage_owner')
    with check (current_user = 'maillage_owner');

-- The checked parts {account, council, reach}, or NULL for a context that is absent, forged, expired, or signed for
-- another backend. The MAC comes first: nothing unsigned is ever parsed.
create function ctx.verified() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog
as $$
declare
    part text[] := string_to_array(nullif(current_setting('app.ctx', true), ''), '|');
begin
    if array_length(part, 1) is distinct from 6 then
        return null;
    end if;
    if encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'),
                          convert_to((select key from ctx.mac_key), 'UTF8'), 'sha256'), 'hex')
       is distinct from part[6] then
        return null;
    end if;
    if part[4]::int <> pg_backend_pid() or part[5]::bigint < extract(epoch from clock_timestamp()) then
        return null;
    end if;
    return part[1:3];
end
$$;

create function ctx.account() returns bigint
language sql stable
as $$ select (ctx.verified())[1]::bigint $$;

create function ctx.council() returns bigint
language sql stable
as $$ select (ctx.verified())[2]::bigint $$;

-- The application itself: sign-in before it knows who asks, jobs, commands.
create function ctx.is_system() returns boolean
language sql stable
as $$ select coalesce((ctx.verified())[3] = 's', false) $$;

revoke all on all functions in schema ctx from public;
grant execute on all functions in schema ctx to maillage_app, maillage_public;
