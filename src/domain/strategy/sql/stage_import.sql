insert into strategy.staged_import (id, council_id, account_id, cells, mapping)
values ($1, $2, $3, $4, $5)
