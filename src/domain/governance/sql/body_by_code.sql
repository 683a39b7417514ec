select b.id, b.code, b.kind, b.name, b.name_en, b.purpose, b.purpose_en, b.chaired_by, b.legal_gap_months,
    b.legal_article, b.local_rhythm, b.local_month, b.local_source, b.strategy_group,
    (select count(*) from governance.member m
     where m.body_id = b.id and m.from_day <= $3 and (m.until_day is null or m.until_day >= $3)),
    b.quorum_percent, b.quorum_source
from governance.body b
where b.council_id = $1 and b.code = $2
