-- Name of the request that wrote, as its answer and the log have it.
ALTER TABLE audit ADD COLUMN request text;
