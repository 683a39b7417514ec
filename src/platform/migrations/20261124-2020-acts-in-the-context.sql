-- What who asks may do is in the signed context too: "account|council|reach|acts|backend pid|expiry|MAC", the acts
-- separated by commas. The application decides them once, by its one policy; a table's policy asks for the act
-- that opens its rows. A statement injected under the runtime role reads no more than the page it was injected in.
create or replace function ctx.verified() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog
as $$
declare
    part text[] := string_to_array(nullif(current_setting('app.ctx', true), ''), '|');
begin
    if array_length(part, 1) is distinct from 7 then
        return null;
    end if;
    if encode(public.hmac(convert_to(array_to_string(part[1:6], '|'), 'UTF8'),
                          convert_to((select key from ctx.mac_key), 'UTF8'), 'sha256'), 'hex')
       is distinct from part[7] then
        return null;
    end if;
    if part[5]::int <> pg_backend_pid() or part[6]::bigint < extract(epoch from clock_timestamp()) then
        return null;
    end if;
    return part[1:4];
end
$$;

-- The council of who asks when they may do one of these acts, and NULL, which equals no row's, when not. Policies
-- write (select ctx.council_for('read_strategy')): asked once a query, whatever the number of rows.
create function ctx.council_for(variadic acts text[]) returns bigint
language sql stable
set search_path = pg_catalog
as $$
    select (seen.part)[2]::bigint
    from (select ctx.verified() as part) as seen
    where string_to_array((seen.part)[4], ',') && acts
$$;

alter function ctx.account() set search_path = pg_catalog;
alter function ctx.council() set search_path = pg_catalog;
alter function ctx.is_system() set search_path = pg_catalog;

revoke all on function ctx.council_for(text[]) from public;
grant execute on function ctx.council_for(text[]) to maillage_app, maillage_public;

drop policy of_who_asked on jobs.job;
create policy of_who_asked on jobs.job
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
drop policy of_who_asked on jobs.result;
create policy of_who_asked on jobs.result
    using ((council_id = (select ctx.council_for('use_own_account')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
