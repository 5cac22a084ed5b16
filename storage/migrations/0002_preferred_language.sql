-- The language in which a client wants letters and summaries. Nothing for everybody of before.

ALTER TABLE client ADD COLUMN preferred_language TEXT;

ALTER TABLE client_version ADD COLUMN preferred_language TEXT;
