-- How many readings an account has at most, and how many bytes of values; counted anew when they come near what it may have.
ALTER TABLE account
    ADD COLUMN readings      bigint NOT NULL DEFAULT 0,
    ADD COLUMN reading_bytes bigint NOT NULL DEFAULT 0;

UPDATE account SET readings = counted.readings, reading_bytes = counted.bytes
  FROM (SELECT account_id, count(*) AS readings, sum(octet_length(value::text)) AS bytes FROM signal GROUP BY account_id)
       AS counted
 WHERE counted.account_id = account.id;
