select id, quarter, automatic, recipients, subject_fr, subject_en, text_fr, text_en, sent_at
from notices.digest
where council_id = $1
order by sent_at desc, id desc
limit $2
