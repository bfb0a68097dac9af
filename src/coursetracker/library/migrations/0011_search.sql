-- What is searched is kept in a file of its own, from which it can be made anew at any time: so
-- writing to it holds up nobody, and backups stay small.

DROP TABLE search;

CREATE INDEX standing_arranged ON standing (item) WHERE title IS NOT NULL OR hidden IS NOT NULL;
