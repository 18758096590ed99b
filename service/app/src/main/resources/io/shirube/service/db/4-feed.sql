-- A change gets its place in the feed once it is committed: whoever publishes holds this row, so places are given in the
-- order of commits, and nothing appears before what was already read.
CREATE TABLE feed (
    only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    -- Cursors of another epoch lead nowhere. It changes when the database was restored or copied.
    epoch     text   NOT NULL,
    -- What the epoch was given for: this table in this database.
    home      text   NOT NULL,
    -- The last place given.
    last      bigint NOT NULL,
    -- What has a place up to here may be gone.
    gone      bigint NOT NULL
);
INSERT INTO feed (epoch, home, last, gone) VALUES ('new', 'new', 0, 0);

ALTER TABLE change ADD COLUMN number bigint;
UPDATE change SET number = ordered.place
  FROM (SELECT id, row_number() OVER (ORDER BY tx, id) AS place FROM change) AS ordered
 WHERE ordered.id = change.id;
UPDATE feed SET last = (SELECT coalesce(max(number), 0) FROM change);

DROP INDEX change_order;
DROP INDEX change_account;
ALTER TABLE change DROP COLUMN tx;
CREATE UNIQUE INDEX change_number ON change (number);
CREATE INDEX change_account ON change (account_id, number);
CREATE INDEX change_unpublished ON change (id) WHERE number IS NULL;
