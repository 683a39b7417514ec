-- $2 invented actions for measurements, the same every time, numbered from 1000. $3: today.
insert into strategy.action (council_id, code, domain, objective, working_group, title, summary, state, state_reason,
                             pilot, starts, due, fictional, position, search, news_at)
select $1, domain.code || '-' || n, domain.code,
       (array['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4', 'OBJ-5'])[1 + n % 5],
       (array['G1', 'G2', 'G3'])[1 + n % 3],
       'Action fictive n° ' || n, 'Action inventée pour mesurer le logiciel.',
       (array['to_start', 'under_way', 'under_way', 'done', 'suspended'])[1 + n * 7 % 5],
       case when n * 7 % 5 = 4 then 'motif fictif' else '' end,
       'Service fictif ' || n % 40, $3::date - 400 + n * 13 % 300, $3::date - 120 + n * 17 % 400, true, n * 10,
       lower(domain.code) || '-' || n || ' action fictive n° ' || n || ' service fictif ' || n % 40,
       $3::date - n * 11 % 200
from generate_series(1000, 999 + $2::int) as n
join (select code, row_number() over (order by code) - 1 as rank, count(*) over () as domains
      from strategy.domain where council_id = $1) as domain on domain.rank = n % domain.domains
on conflict do nothing
