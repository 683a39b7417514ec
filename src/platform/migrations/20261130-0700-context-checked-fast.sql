-- The same checks at half the price: a page asks for its context a hundred times (once for each table of each
-- statement), and most of that time went into starting a SQL function around the one that checks. PL/pgSQL keeps its
-- plans, and takes the message and its MAC apart without building an array before both are known to be ours.
create or replace function ctx.verified() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog
as $$
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

create or replace function ctx.council_for(variadic acts text[]) returns bigint
language plpgsql stable
set search_path = pg_catalog
as $$
declare
    part text[] := ctx.verified();
begin
    if string_to_array(part[4], ',') && acts then
        return part[2];
    end if;
    return null;
end
$$;

create or replace function ctx.account() returns bigint
language plpgsql stable
set search_path = pg_catalog
as $$
declare
    part text[] := ctx.verified();
begin
    return part[1];
end
$$;

create or replace function ctx.council() returns bigint
language plpgsql stable
set search_path = pg_catalog
as $$
declare
    part text[] := ctx.verified();
begin
    return part[2];
end
$$;

create or replace function ctx.is_system() returns boolean
language plpgsql stable
set search_path = pg_catalog
as $$
declare
    part text[] := ctx.verified();
begin
    return coalesce(part[3] = 's', false);
end
$$;
