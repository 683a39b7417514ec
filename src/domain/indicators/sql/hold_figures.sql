-- Figures of a council are written one transaction after the other.
select pg_advisory_xact_lock(hashtextextended('indicators.figure', $1))
